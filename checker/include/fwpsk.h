// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Stand-in for the filtering platform: what callouts are given and may do.
// Written from documented facts.
#ifndef FLT_STANDIN_FWPSK_H
#define FLT_STANDIN_FWPSK_H
#include "net-standin/layers.h"
#include "net-standin/nbl.h"
FLT_STANDIN_BEGIN
#define FWPS_RIGHT_ACTION_WRITE 0x00000001
#define FWPS_CLASSIFY_OUT_FLAG_ABSORB 0x00000001
#define FWPS_FILTER_FLAG_CLEAR_ACTION_RIGHT 0x00000001
#define FWP_CALLOUT_FLAG_CONDITIONAL_ON_FLOW 0x00000001
#define FWP_CALLOUT_FLAG_ALLOW_OFFLOAD 0x00000002
#define FWPS_METADATA_FIELD_FLOW_HANDLE 0x00000002
#define FWPS_METADATA_FIELD_IP_HEADER_SIZE 0x00000004
#define FWPS_METADATA_FIELD_PROCESS_PATH 0x00000008
#define FWPS_METADATA_FIELD_TOKEN 0x00000010
#define FWPS_METADATA_FIELD_PROCESS_ID 0x00000020
#define FWPS_METADATA_FIELD_COMPARTMENT_ID 0x00000400
#define FWPS_METADATA_FIELD_COMPLETION_HANDLE 0x00004000
#define FWPS_METADATA_FIELD_TRANSPORT_ENDPOINT_HANDLE 0x00020000
#define FWPS_METADATA_FIELD_REMOTE_SCOPE_ID 0x00040000
#define FWPS_METADATA_FIELD_TRANSPORT_CONTROL_DATA 0x00080000
#define FWPS_METADATA_FIELD_PACKET_DIRECTION 0x00100000
#define FWPS_METADATA_FIELD_REDIRECT_RECORD_HANDLE 0x01000000
#define FWPS_IS_METADATA_FIELD_PRESENT(m, f)                                   \
  (((m)->currentMetadataValues & (f)) == (f))
#define FWPS_INJECTION_TYPE_STREAM 0x00000001
#define FWPS_INJECTION_TYPE_TRANSPORT 0x00000002
#define FWPS_INJECTION_TYPE_NETWORK 0x00000004
#define FWPS_INJECTION_TYPE_FORWARD 0x00000008
typedef struct FWPS_INCOMING_VALUE0_ {
  FWP_VALUE0 value;
} FWPS_INCOMING_VALUE0;
typedef struct FWPS_INCOMING_VALUES0_ {
  UINT16 layerId;
  UINT32 valueCount;
  FWPS_INCOMING_VALUE0 *incomingValue;
} FWPS_INCOMING_VALUES0;
typedef struct FWPS_DISCARD_METADATA0_ {
  UINT32 discardModule, discardReason;
  UINT64 filterId;
} FWPS_DISCARD_METADATA0;
typedef struct FWPS_INBOUND_FRAGMENT_METADATA0_ {
  UINT32 fragmentIdentification;
  UINT16 fragmentOffset;
  ULONG fragmentLength;
} FWPS_INBOUND_FRAGMENT_METADATA0;
typedef struct FWPS_INCOMING_METADATA_VALUES0_ {
  UINT32 currentMetadataValues, flags;
  UINT64 reserved;
  FWPS_DISCARD_METADATA0 discardMetadata;
  UINT64 flowHandle;
  UINT32 ipHeaderSize, transportHeaderSize;
  FWP_BYTE_BLOB *processPath;
  UINT64 token, processId;
  UINT32 sourceInterfaceIndex, destinationInterfaceIndex;
  ULONG compartmentId;
  FWPS_INBOUND_FRAGMENT_METADATA0 fragmentMetadata;
  ULONG pathMtu;
  HANDLE completionHandle;
  UINT64 transportEndpointHandle;
  SCOPE_ID remoteScopeId;
  WSACMSGHDR *controlData;
  ULONG controlDataLength;
  FWP_DIRECTION packetDirection;
  PVOID headerIncludeHeader;
  ULONG headerIncludeHeaderLength;
  IP_ADDRESS_PREFIX destinationPrefix;
  UINT16 frameLength;
  UINT64 parentEndpointHandle;
  UINT32 icmpIdAndSequence;
  DWORD localRedirectTargetPID;
  SOCKADDR *originalDestination;
  HANDLE redirectRecords;
  UINT32 currentL2MetadataValues, l2Flags, ethernetMacHeaderSize,
      wiFiOperationMode;
  NDIS_SWITCH_PORT_ID vSwitchSourcePortId;
  NDIS_SWITCH_NIC_INDEX vSwitchSourceNicIndex;
  NDIS_SWITCH_PORT_ID vSwitchDestinationPortId;
  HANDLE vSwitchPacketContext;
} FWPS_INCOMING_METADATA_VALUES0;
typedef struct FWPS_CLASSIFY_OUT0_ {
  FWP_ACTION_TYPE actionType;
  UINT64 outContext, filterId;
  UINT32 rights, flags, reserved;
} FWPS_CLASSIFY_OUT0;
typedef struct FWPS_ACTION0_ {
  FWP_ACTION_TYPE type;
  UINT32 calloutId;
} FWPS_ACTION0;
typedef struct FWPS_FILTER_CONDITION0_ {
  UINT16 fieldId, reserved;
  FWP_MATCH_TYPE matchType;
  FWP_CONDITION_VALUE0 conditionValue;
} FWPS_FILTER_CONDITION0;
#define FLT_STANDIN_FWPS_FILTER(Name)                                          \
  typedef struct Name##_ {                                                     \
    UINT64 filterId;                                                           \
    FWP_VALUE0 weight;                                                         \
    UINT16 subLayerWeight, flags;                                              \
    UINT32 numFilterConditions;                                                \
    FWPS_FILTER_CONDITION0 *filterCondition;                                   \
    FWPS_ACTION0 action;                                                       \
    UINT64 context;                                                            \
    PVOID providerContext;                                                     \
  } Name;
FLT_STANDIN_FWPS_FILTER(FWPS_FILTER0)
FLT_STANDIN_FWPS_FILTER(FWPS_FILTER1)
FLT_STANDIN_FWPS_FILTER(FWPS_FILTER2)
FLT_STANDIN_FWPS_FILTER(FWPS_FILTER3)
typedef enum FWPS_CALLOUT_NOTIFY_TYPE_ {
  FWPS_CALLOUT_NOTIFY_ADD_FILTER = 0,
  FWPS_CALLOUT_NOTIFY_DELETE_FILTER,
  FWPS_CALLOUT_NOTIFY_ADD_FILTER_POST_COMMIT,
  FWPS_CALLOUT_NOTIFY_TYPE_MAX
} FWPS_CALLOUT_NOTIFY_TYPE;
typedef void(NTAPI *FWPS_CALLOUT_CLASSIFY_FN0)(
    const FWPS_INCOMING_VALUES0 *, const FWPS_INCOMING_METADATA_VALUES0 *,
    void *, const FWPS_FILTER0 *, UINT64, FWPS_CLASSIFY_OUT0 *);
typedef void(NTAPI *FWPS_CALLOUT_FLOW_DELETE_NOTIFY_FN0)(UINT16, UINT32,
                                                         UINT64);
typedef NTSTATUS(NTAPI *FWPS_CALLOUT_NOTIFY_FN0)(FWPS_CALLOUT_NOTIFY_TYPE,
                                                 const GUID *, FWPS_FILTER0 *);
typedef struct FWPS_CALLOUT0_ {
  GUID calloutKey;
  UINT32 flags;
  FWPS_CALLOUT_CLASSIFY_FN0 classifyFn;
  FWPS_CALLOUT_NOTIFY_FN0 notifyFn;
  FWPS_CALLOUT_FLOW_DELETE_NOTIFY_FN0 flowDeleteFn;
} FWPS_CALLOUT0;
NTSTATUS NTAPI FwpsCalloutRegister0(void *, const FWPS_CALLOUT0 *, UINT32 *);
#define FLT_STANDIN_FWPS_CALLOUT(N)                                            \
  typedef void(NTAPI *FWPS_CALLOUT_CLASSIFY_FN##N)(                            \
      const FWPS_INCOMING_VALUES0 *, const FWPS_INCOMING_METADATA_VALUES0 *,   \
      void *, const void *, const FWPS_FILTER##N *, UINT64,                    \
      FWPS_CLASSIFY_OUT0 *);                                                   \
  typedef NTSTATUS(NTAPI *FWPS_CALLOUT_NOTIFY_FN##N)(                          \
      FWPS_CALLOUT_NOTIFY_TYPE, const GUID *, FWPS_FILTER##N *);               \
  typedef struct FWPS_CALLOUT##N##_ {                                          \
    GUID calloutKey;                                                           \
    UINT32 flags;                                                              \
    FWPS_CALLOUT_CLASSIFY_FN##N classifyFn;                                    \
    FWPS_CALLOUT_NOTIFY_FN##N notifyFn;                                        \
    FWPS_CALLOUT_FLOW_DELETE_NOTIFY_FN0 flowDeleteFn;                          \
  } FWPS_CALLOUT##N;                                                           \
  NTSTATUS NTAPI FwpsCalloutRegister##N(void *, const FWPS_CALLOUT##N *,       \
                                        UINT32 *);
FLT_STANDIN_FWPS_CALLOUT(1)
FLT_STANDIN_FWPS_CALLOUT(2)
FLT_STANDIN_FWPS_CALLOUT(3)
typedef struct _FWPS_CONNECT_REQUEST0 {
  SOCKADDR_STORAGE localAddressAndPort, remoteAddressAndPort;
  UINT64 portReservationToken;
  DWORD localRedirectTargetPID;
  struct _FWPS_CONNECT_REQUEST0 *previousVersion;
  UINT64 modifierFilterId;
  HANDLE localRedirectHandle;
  void *localRedirectContext;
  SIZE_T localRedirectContextSize;
} FWPS_CONNECT_REQUEST0;
typedef struct _FWPS_BIND_REQUEST0 {
  SOCKADDR_STORAGE localAddressAndPort;
  UINT64 portReservationToken;
  struct _FWPS_BIND_REQUEST0 *previousVersion;
  UINT64 modifierFilterId;
} FWPS_BIND_REQUEST0;
typedef enum FWPS_PACKET_INJECTION_STATE_ {
  FWPS_PACKET_NOT_INJECTED = 0,
  FWPS_PACKET_INJECTED_BY_SELF,
  FWPS_PACKET_INJECTED_BY_OTHER,
  FWPS_PACKET_PREVIOUSLY_INJECTED_BY_SELF,
  FWPS_PACKET_INJECTION_STATE_MAX
} FWPS_PACKET_INJECTION_STATE;
typedef enum _FWPS_CONNECTION_REDIRECT_STATE {
  FWPS_CONNECTION_NOT_REDIRECTED = 0,
  FWPS_CONNECTION_REDIRECTED_BY_SELF,
  FWPS_CONNECTION_REDIRECTED_BY_OTHER,
  FWPS_CONNECTION_PREVIOUSLY_REDIRECTED_BY_SELF,
  FWPS_CONNECTION_REDIRECT_STATE_MAX
} FWPS_CONNECTION_REDIRECT_STATE;
typedef void(NTAPI *FWPS_INJECT_COMPLETE0)(void *, NET_BUFFER_LIST *, BOOLEAN);
FWPS_PACKET_INJECTION_STATE NTAPI FwpsQueryPacketInjectionState0(
    HANDLE, const NET_BUFFER_LIST *, HANDLE *);
FWPS_CONNECTION_REDIRECT_STATE NTAPI
FwpsQueryConnectionRedirectState0(HANDLE, HANDLE, void **);
#define FWPS_CONNECT_REQUEST FWPS_CONNECT_REQUEST0
#define FWPS_BIND_REQUEST FWPS_BIND_REQUEST0
NTSTATUS NTAPI FwpsCalloutUnregisterById0(UINT32);
NTSTATUS NTAPI FwpsCalloutUnregisterByKey0(const GUID *);
NTSTATUS NTAPI FwpsFlowAssociateContext0(UINT64, UINT16, UINT32, UINT64);
NTSTATUS NTAPI FwpsFlowRemoveContext0(UINT64, UINT16, UINT32);
NTSTATUS NTAPI FwpsFlowAbort0(UINT64);
NTSTATUS NTAPI FwpsInjectionHandleCreate0(ADDRESS_FAMILY, UINT32, HANDLE *);
NTSTATUS NTAPI FwpsInjectionHandleDestroy0(HANDLE);
NTSTATUS NTAPI FwpsRedirectHandleCreate0(const GUID *, UINT32, HANDLE *);
void NTAPI FwpsRedirectHandleDestroy0(HANDLE);
NTSTATUS NTAPI FwpsAcquireClassifyHandle0(void *, UINT32, UINT64 *);
void NTAPI FwpsReleaseClassifyHandle0(UINT64);
NTSTATUS NTAPI FwpsPendClassify0(UINT64, UINT64, UINT32, FWPS_CLASSIFY_OUT0 *);
void NTAPI FwpsCompleteClassify0(UINT64, UINT32, FWPS_CLASSIFY_OUT0 *);
NTSTATUS NTAPI FwpsAcquireWritableLayerDataPointer0(UINT64, UINT64, UINT32,
                                                    PVOID *,
                                                    FWPS_CLASSIFY_OUT0 *);
void NTAPI FwpsApplyModifiedLayerData0(UINT64, PVOID, UINT32);
void NTAPI FwpsReferenceNetBufferList0(NET_BUFFER_LIST *, BOOLEAN);
void NTAPI FwpsDereferenceNetBufferList0(NET_BUFFER_LIST *, BOOLEAN);
void NTAPI FwpsFreeNetBufferList0(NET_BUFFER_LIST *);
NTSTATUS NTAPI FwpsAllocateCloneNetBufferList0(NET_BUFFER_LIST *, NDIS_HANDLE,
                                               NDIS_HANDLE, ULONG,
                                               NET_BUFFER_LIST **);
void NTAPI FwpsFreeCloneNetBufferList0(NET_BUFFER_LIST *, ULONG);
NTSTATUS NTAPI FwpsAllocateNetBufferAndNetBufferList0(NDIS_HANDLE, USHORT,
                                                      USHORT, MDL *, ULONG,
                                                      SIZE_T,
                                                      NET_BUFFER_LIST **);
#define FWPS_INCOMING_VALUES FWPS_INCOMING_VALUES0
#define FWPS_INCOMING_METADATA_VALUES FWPS_INCOMING_METADATA_VALUES0
#define FWPS_CLASSIFY_OUT FWPS_CLASSIFY_OUT0
#if NTDDI_VERSION >= 0x06020000
#define FWPS_FILTER FWPS_FILTER2
#define FWPS_CALLOUT FWPS_CALLOUT2
#define FwpsCalloutRegister FwpsCalloutRegister2
#elif NTDDI_VERSION >= 0x06010000
#define FWPS_FILTER FWPS_FILTER1
#define FWPS_CALLOUT FWPS_CALLOUT1
#define FwpsCalloutRegister FwpsCalloutRegister1
#else
#define FWPS_FILTER FWPS_FILTER0
#define FWPS_CALLOUT FWPS_CALLOUT0
#define FwpsCalloutRegister FwpsCalloutRegister0
#endif
#define FwpsCalloutUnregisterById FwpsCalloutUnregisterById0
#define FwpsCalloutUnregisterByKey FwpsCalloutUnregisterByKey0
#define FwpsFlowAssociateContext FwpsFlowAssociateContext0
#define FwpsFlowRemoveContext FwpsFlowRemoveContext0
#define FwpsFlowAbort FwpsFlowAbort0
#define FwpsInjectionHandleCreate FwpsInjectionHandleCreate0
#define FwpsInjectionHandleDestroy FwpsInjectionHandleDestroy0
#define FwpsRedirectHandleCreate FwpsRedirectHandleCreate0
#define FwpsRedirectHandleDestroy FwpsRedirectHandleDestroy0
#define FwpsAcquireClassifyHandle FwpsAcquireClassifyHandle0
#define FwpsReleaseClassifyHandle FwpsReleaseClassifyHandle0
#define FwpsPendClassify FwpsPendClassify0
#define FwpsCompleteClassify FwpsCompleteClassify0
#define FwpsAcquireWritableLayerDataPointer FwpsAcquireWritableLayerDataPointer0
#define FwpsApplyModifiedLayerData FwpsApplyModifiedLayerData0
#define FwpsReferenceNetBufferList FwpsReferenceNetBufferList0
#define FwpsDereferenceNetBufferList FwpsDereferenceNetBufferList0
#define FwpsFreeNetBufferList FwpsFreeNetBufferList0
#define FwpsAllocateCloneNetBufferList FwpsAllocateCloneNetBufferList0
#define FwpsFreeCloneNetBufferList FwpsFreeCloneNetBufferList0
FLT_STANDIN_END
#endif

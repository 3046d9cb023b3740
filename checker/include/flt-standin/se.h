// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Stand-in for the security reference monitor, tokens and run-time security
// routines. Written from documented facts.
#ifndef FLT_STANDIN_SE_H
#define FLT_STANDIN_SE_H
#include "ps.h"

FLT_STANDIN_BEGIN

#define TOKEN_ASSIGN_PRIMARY (0x0001)
#define TOKEN_DUPLICATE (0x0002)
#define TOKEN_IMPERSONATE (0x0004)
#define TOKEN_QUERY (0x0008)
#define TOKEN_QUERY_SOURCE (0x0010)
#define TOKEN_ADJUST_PRIVILEGES (0x0020)
#define TOKEN_ADJUST_GROUPS (0x0040)
#define TOKEN_ADJUST_DEFAULT (0x0080)
#define TOKEN_ADJUST_SESSIONID (0x0100)
#define TOKEN_ALL_ACCESS_P (STANDARD_RIGHTS_REQUIRED | 0xff)
#define TOKEN_ALL_ACCESS (TOKEN_ALL_ACCESS_P | TOKEN_ADJUST_SESSIONID)
#define TOKEN_READ (STANDARD_RIGHTS_READ | TOKEN_QUERY)
typedef enum _TOKEN_TYPE { TokenPrimary = 1, TokenImpersonation } TOKEN_TYPE;
typedef TOKEN_TYPE *PTOKEN_TYPE;
typedef enum _TOKEN_ELEVATION_TYPE {
  TokenElevationTypeDefault = 1,
  TokenElevationTypeFull,
  TokenElevationTypeLimited
} TOKEN_ELEVATION_TYPE,
    *PTOKEN_ELEVATION_TYPE;
typedef enum _TOKEN_INFORMATION_CLASS {
  TokenUser = 1,
  TokenGroups,
  TokenPrivileges,
  TokenOwner,
  TokenPrimaryGroup,
  TokenDefaultDacl,
  TokenSource,
  TokenType,
  TokenImpersonationLevel,
  TokenStatistics,
  TokenRestrictedSids,
  TokenSessionId,
  TokenGroupsAndPrivileges,
  TokenSessionReference,
  TokenSandBoxInert,
  TokenAuditPolicy,
  TokenOrigin,
  TokenElevationType,
  TokenLinkedToken,
  TokenElevation,
  TokenHasRestrictions,
  TokenAccessInformation,
  TokenVirtualizationAllowed,
  TokenVirtualizationEnabled,
  TokenIntegrityLevel,
  TokenUIAccess,
  TokenMandatoryPolicy,
  TokenLogonSid,
  TokenIsAppContainer,
  TokenCapabilities,
  TokenAppContainerSid,
  TokenAppContainerNumber,
  TokenUserClaimAttributes,
  TokenDeviceClaimAttributes,
  TokenRestrictedUserClaimAttributes,
  TokenRestrictedDeviceClaimAttributes,
  TokenDeviceGroups,
  TokenRestrictedDeviceGroups,
  TokenSecurityAttributes,
  TokenIsRestricted,
  TokenProcessTrustLevel,
  TokenPrivateNameSpace,
  TokenSingletonAttributes,
  TokenBnoIsolation,
  TokenChildProcessFlags,
  TokenIsLessPrivilegedAppContainer,
  TokenIsSandboxed,
  TokenIsAppSilo,
  MaxTokenInfoClass = 50
} TOKEN_INFORMATION_CLASS,
    *PTOKEN_INFORMATION_CLASS;
typedef struct _TOKEN_USER {
  SID_AND_ATTRIBUTES User;
} TOKEN_USER, *PTOKEN_USER;
typedef struct _TOKEN_GROUPS {
  ULONG GroupCount;
  SID_AND_ATTRIBUTES Groups[ANYSIZE_ARRAY];
} TOKEN_GROUPS, *PTOKEN_GROUPS;
typedef struct _TOKEN_PRIVILEGES {
  ULONG PrivilegeCount;
  LUID_AND_ATTRIBUTES Privileges[ANYSIZE_ARRAY];
} TOKEN_PRIVILEGES, *PTOKEN_PRIVILEGES;
typedef struct _TOKEN_OWNER {
  PSID Owner;
} TOKEN_OWNER, *PTOKEN_OWNER;
typedef struct _TOKEN_PRIMARY_GROUP {
  PSID PrimaryGroup;
} TOKEN_PRIMARY_GROUP, *PTOKEN_PRIMARY_GROUP;
typedef struct _TOKEN_DEFAULT_DACL {
  PACL DefaultDacl;
} TOKEN_DEFAULT_DACL, *PTOKEN_DEFAULT_DACL;
typedef struct _TOKEN_MANDATORY_LABEL {
  SID_AND_ATTRIBUTES Label;
} TOKEN_MANDATORY_LABEL, *PTOKEN_MANDATORY_LABEL;
typedef struct _TOKEN_ELEVATION {
  ULONG TokenIsElevated;
} TOKEN_ELEVATION, *PTOKEN_ELEVATION;
typedef struct _TOKEN_STATISTICS {
  LUID TokenId;
  LUID AuthenticationId;
  LARGE_INTEGER ExpirationTime;
  TOKEN_TYPE TokenType;
  SECURITY_IMPERSONATION_LEVEL ImpersonationLevel;
  ULONG DynamicCharged;
  ULONG DynamicAvailable;
  ULONG GroupCount;
  ULONG PrivilegeCount;
  LUID ModifiedId;
} TOKEN_STATISTICS, *PTOKEN_STATISTICS;
#define SE_GROUP_MANDATORY (0x00000001L)
#define SE_GROUP_ENABLED_BY_DEFAULT (0x00000002L)
#define SE_GROUP_ENABLED (0x00000004L)
#define SE_GROUP_OWNER (0x00000008L)
#define SE_GROUP_INTEGRITY (0x00000020L)
#define SE_GROUP_LOGON_ID (0xC0000000L)
#define TOKEN_HAS_TRAVERSE_PRIVILEGE 0x0001
#define TOKEN_HAS_BACKUP_PRIVILEGE 0x0002
#define TOKEN_HAS_RESTORE_PRIVILEGE 0x0004
typedef UCHAR SE_SIGNING_LEVEL, *PSE_SIGNING_LEVEL;
#define SE_SIGNING_LEVEL_UNCHECKED 0x00000000
#define SE_SIGNING_LEVEL_UNSIGNED 0x00000001
#define SE_SIGNING_LEVEL_ENTERPRISE 0x00000002
#define SE_SIGNING_LEVEL_CUSTOM_1 0x00000003
#define SE_SIGNING_LEVEL_DEVELOPER SE_SIGNING_LEVEL_CUSTOM_1
#define SE_SIGNING_LEVEL_AUTHENTICODE 0x00000004
#define SE_SIGNING_LEVEL_CUSTOM_2 0x00000005
#define SE_SIGNING_LEVEL_STORE 0x00000006
#define SE_SIGNING_LEVEL_CUSTOM_3 0x00000007
#define SE_SIGNING_LEVEL_ANTIMALWARE SE_SIGNING_LEVEL_CUSTOM_3
#define SE_SIGNING_LEVEL_MICROSOFT 0x00000008
#define SE_SIGNING_LEVEL_CUSTOM_4 0x00000009
#define SE_SIGNING_LEVEL_CUSTOM_5 0x0000000A
#define SE_SIGNING_LEVEL_DYNAMIC_CODEGEN 0x0000000B
#define SE_SIGNING_LEVEL_WINDOWS 0x0000000C
#define SE_SIGNING_LEVEL_CUSTOM_7 0x0000000D
#define SE_SIGNING_LEVEL_WINDOWS_TCB 0x0000000E
#define SE_SIGNING_LEVEL_CUSTOM_6 0x0000000F

typedef enum _SECURITY_OPERATION_CODE {
  SetSecurityDescriptor,
  QuerySecurityDescriptor,
  DeleteSecurityDescriptor,
  AssignSecurityDescriptor
} SECURITY_OPERATION_CODE;
typedef struct _SE_EXPORTS {
  LUID SeCreateTokenPrivilege, SeAssignPrimaryTokenPrivilege,
      SeLockMemoryPrivilege, SeIncreaseQuotaPrivilege,
      SeUnsolicitedInputPrivilege, SeTcbPrivilege, SeSecurityPrivilege,
      SeTakeOwnershipPrivilege, SeLoadDriverPrivilege, SeCreatePagefilePrivilege,
      SeIncreaseBasePriorityPrivilege, SeSystemProfilePrivilege,
      SeSystemtimePrivilege, SeProfileSingleProcessPrivilege,
      SeCreatePermanentPrivilege, SeBackupPrivilege, SeRestorePrivilege,
      SeShutdownPrivilege, SeDebugPrivilege, SeAuditPrivilege,
      SeSystemEnvironmentPrivilege, SeChangeNotifyPrivilege,
      SeRemoteShutdownPrivilege;
  PSID SeNullSid, SeWorldSid, SeLocalSid, SeCreatorOwnerSid, SeCreatorGroupSid,
      SeNtAuthoritySid, SeDialupSid, SeNetworkSid, SeBatchSid, SeInteractiveSid,
      SeLocalSystemSid, SeAliasAdminsSid, SeAliasUsersSid, SeAliasGuestsSid,
      SeAliasPowerUsersSid, SeAliasAccountOpsSid, SeAliasSystemOpsSid,
      SeAliasPrintOpsSid, SeAliasBackupOpsSid, SeAuthenticatedUsersSid,
      SeRestrictedSid, SeAnonymousLogonSid;
  LUID SeUndockPrivilege, SeSyncAgentPrivilege, SeEnableDelegationPrivilege;
  PSID SeLocalServiceSid, SeNetworkServiceSid;
  LUID SeManageVolumePrivilege, SeImpersonatePrivilege, SeCreateGlobalPrivilege,
      SeTrustedCredManAccessPrivilege, SeRelabelPrivilege,
      SeIncreaseWorkingSetPrivilege, SeTimeZonePrivilege,
      SeCreateSymbolicLinkPrivilege;
  PSID SeIUserSid, SeUntrustedMandatorySid, SeLowMandatorySid,
      SeMediumMandatorySid, SeHighMandatorySid, SeSystemMandatorySid,
      SeOwnerRightsSid, SeAllAppPackagesSid, SeUserModeDriversSid,
      SeProcTrustWinTcbSid, SeTrustedInstallerSid;
  LUID SeDelegateSessionUserImpersonatePrivilege;
  PSID SeAppSiloSid, SeAppSiloVolumeRootMinimalCapabilitySid,
      SeAppSiloProfilesRootMinimalCapabilitySid,
      SeAppSiloPromptForAccessCapabilitySid,
      SeAppSiloAccessToPublisherDirectoryCapabilitySid;
} SE_EXPORTS, *PSE_EXPORTS;
extern PSE_EXPORTS SeExports;

VOID NTAPI SeCaptureSubjectContext(PSECURITY_SUBJECT_CONTEXT);
VOID NTAPI SeCaptureSubjectContextEx(PETHREAD, PEPROCESS,
                                     PSECURITY_SUBJECT_CONTEXT);
VOID NTAPI SeLockSubjectContext(PSECURITY_SUBJECT_CONTEXT);
VOID NTAPI SeUnlockSubjectContext(PSECURITY_SUBJECT_CONTEXT);
VOID NTAPI SeReleaseSubjectContext(PSECURITY_SUBJECT_CONTEXT);
#define SeQuerySubjectContextToken(S)                                          \
  (ARGUMENT_PRESENT(((PSECURITY_SUBJECT_CONTEXT)(S))->ClientToken)             \
       ? ((PSECURITY_SUBJECT_CONTEXT)(S))->ClientToken                         \
       : ((PSECURITY_SUBJECT_CONTEXT)(S))->PrimaryToken)
#define SeDeleteClientSecurity(C)                                              \
  {                                                                            \
    if (SeTokenType((C)->ClientToken) == TokenPrimary)                         \
      PsDereferencePrimaryToken((C)->ClientToken);                             \
    else                                                                       \
      PsDereferenceImpersonationToken((C)->ClientToken);                       \
  }
#define SeStopImpersonatingClient() PsRevertToSelf()
BOOLEAN NTAPI SeAccessCheck(PSECURITY_DESCRIPTOR, PSECURITY_SUBJECT_CONTEXT,
                            BOOLEAN, ACCESS_MASK, ACCESS_MASK, PPRIVILEGE_SET *,
                            PGENERIC_MAPPING, KPROCESSOR_MODE, PACCESS_MASK,
                            PNTSTATUS);
BOOLEAN NTAPI SePrivilegeCheck(PPRIVILEGE_SET, PSECURITY_SUBJECT_CONTEXT,
                               KPROCESSOR_MODE);
BOOLEAN NTAPI SeSinglePrivilegeCheck(LUID, KPROCESSOR_MODE);
VOID NTAPI SeFreePrivileges(PPRIVILEGE_SET);
NTSTATUS NTAPI SeAppendPrivileges(PACCESS_STATE, PPRIVILEGE_SET);
NTSTATUS NTAPI SeAssignSecurity(PSECURITY_DESCRIPTOR, PSECURITY_DESCRIPTOR,
                                PSECURITY_DESCRIPTOR *, BOOLEAN,
                                PSECURITY_SUBJECT_CONTEXT, PGENERIC_MAPPING,
                                POOL_TYPE);
NTSTATUS NTAPI SeAssignSecurityEx(PSECURITY_DESCRIPTOR, PSECURITY_DESCRIPTOR,
                                  PSECURITY_DESCRIPTOR *, GUID *, BOOLEAN, ULONG,
                                  PSECURITY_SUBJECT_CONTEXT, PGENERIC_MAPPING,
                                  POOL_TYPE);
NTSTATUS NTAPI SeDeassignSecurity(PSECURITY_DESCRIPTOR *);
BOOLEAN NTAPI SeValidSecurityDescriptor(ULONG, PSECURITY_DESCRIPTOR);
NTSTATUS NTAPI SeQuerySecurityDescriptorInfo(PSECURITY_INFORMATION,
                                             PSECURITY_DESCRIPTOR, PULONG,
                                             PSECURITY_DESCRIPTOR *);
NTSTATUS NTAPI SeSetSecurityDescriptorInfo(PVOID, PSECURITY_INFORMATION,
                                           PSECURITY_DESCRIPTOR,
                                           PSECURITY_DESCRIPTOR *, POOL_TYPE,
                                           PGENERIC_MAPPING);
NTSTATUS NTAPI SeSetSecurityDescriptorInfoEx(PVOID, PSECURITY_INFORMATION,
                                             PSECURITY_DESCRIPTOR,
                                             PSECURITY_DESCRIPTOR *, ULONG,
                                             POOL_TYPE, PGENERIC_MAPPING);
ULONG NTAPI SeObjectCreateSaclAccessBits(PSECURITY_DESCRIPTOR);
VOID NTAPI SeOpenObjectAuditAlarm(PUNICODE_STRING, PVOID, PUNICODE_STRING,
                                  PSECURITY_DESCRIPTOR, PACCESS_STATE, BOOLEAN,
                                  BOOLEAN, KPROCESSOR_MODE, PBOOLEAN);
VOID NTAPI SeDeleteObjectAuditAlarm(PVOID, HANDLE);
BOOLEAN NTAPI SeAuditingFileEvents(BOOLEAN, PSECURITY_DESCRIPTOR);
BOOLEAN NTAPI SeAuditingHardLinkEvents(BOOLEAN, PSECURITY_DESCRIPTOR);
BOOLEAN NTAPI SeAuditingFileOrGlobalEvents(BOOLEAN, PSECURITY_DESCRIPTOR,
                                           PSECURITY_SUBJECT_CONTEXT);
TOKEN_TYPE NTAPI SeTokenType(PACCESS_TOKEN);
BOOLEAN NTAPI SeTokenIsAdmin(PACCESS_TOKEN);
BOOLEAN NTAPI SeTokenIsRestricted(PACCESS_TOKEN);
NTSTATUS NTAPI SeQueryAuthenticationIdToken(PACCESS_TOKEN, PLUID);
NTSTATUS NTAPI SeQuerySessionIdToken(PACCESS_TOKEN, PULONG);
NTSTATUS NTAPI SeSetSessionIdToken(PACCESS_TOKEN, ULONG);
NTSTATUS NTAPI SeQueryInformationToken(PACCESS_TOKEN, TOKEN_INFORMATION_CLASS,
                                       PVOID *);
NTSTATUS NTAPI SeFilterToken(PACCESS_TOKEN, ULONG, PTOKEN_GROUPS,
                             PTOKEN_PRIVILEGES, PTOKEN_GROUPS, PACCESS_TOKEN *);
NTSTATUS NTAPI SeCreateClientSecurity(PETHREAD, PSECURITY_QUALITY_OF_SERVICE,
                                      BOOLEAN, PSECURITY_CLIENT_CONTEXT);
NTSTATUS NTAPI SeCreateClientSecurityFromSubjectContext(
    PSECURITY_SUBJECT_CONTEXT, PSECURITY_QUALITY_OF_SERVICE, BOOLEAN,
    PSECURITY_CLIENT_CONTEXT);
VOID NTAPI SeImpersonateClient(PSECURITY_CLIENT_CONTEXT, PETHREAD);
NTSTATUS NTAPI SeImpersonateClientEx(PSECURITY_CLIENT_CONTEXT, PETHREAD);
NTSTATUS NTAPI SeMarkLogonSessionForTerminationNotification(PLUID);
typedef NTSTATUS (*PSE_LOGON_SESSION_TERMINATED_ROUTINE)(PLUID);
NTSTATUS NTAPI SeRegisterLogonSessionTerminatedRoutine(
    PSE_LOGON_SESSION_TERMINATED_ROUTINE);
NTSTATUS NTAPI SeUnregisterLogonSessionTerminatedRoutine(
    PSE_LOGON_SESSION_TERMINATED_ROUTINE);
PACCESS_TOKEN NTAPI PsReferencePrimaryToken(PEPROCESS);
VOID NTAPI PsDereferencePrimaryToken(PACCESS_TOKEN);
PACCESS_TOKEN NTAPI PsReferenceImpersonationToken(PETHREAD, PBOOLEAN, PBOOLEAN,
                                                  PSECURITY_IMPERSONATION_LEVEL);
VOID NTAPI PsDereferenceImpersonationToken(PACCESS_TOKEN);
NTSTATUS NTAPI PsImpersonateClient(PETHREAD, PACCESS_TOKEN, BOOLEAN, BOOLEAN,
                                   SECURITY_IMPERSONATION_LEVEL);
VOID NTAPI PsRevertToSelf(VOID);
BOOLEAN NTAPI PsDisableImpersonation(PETHREAD, PSE_IMPERSONATION_STATE);
VOID NTAPI PsRestoreImpersonation(PETHREAD, PSE_IMPERSONATION_STATE);
NTSTATUS NTAPI NtQueryInformationToken(HANDLE, TOKEN_INFORMATION_CLASS, PVOID,
                                       ULONG, PULONG);
NTSTATUS NTAPI ZwQueryInformationToken(HANDLE, TOKEN_INFORMATION_CLASS, PVOID,
                                       ULONG, PULONG);
NTSTATUS NTAPI ZwDuplicateToken(HANDLE, ACCESS_MASK, POBJECT_ATTRIBUTES, BOOLEAN,
                                TOKEN_TYPE, PHANDLE);
NTSTATUS NTAPI NtAdjustPrivilegesToken(HANDLE, BOOLEAN, PTOKEN_PRIVILEGES, ULONG,
                                       PTOKEN_PRIVILEGES, PULONG);

BOOLEAN NTAPI RtlValidSid(PSID);
BOOLEAN NTAPI RtlEqualSid(PSID, PSID);
BOOLEAN NTAPI RtlEqualPrefixSid(PSID, PSID);
ULONG NTAPI RtlLengthRequiredSid(ULONG);
ULONG NTAPI RtlLengthSid(PSID);
PVOID NTAPI RtlFreeSid(PSID);
NTSTATUS NTAPI RtlAllocateAndInitializeSid(PSID_IDENTIFIER_AUTHORITY, UCHAR,
                                           ULONG, ULONG, ULONG, ULONG, ULONG,
                                           ULONG, ULONG, ULONG, PSID *);
NTSTATUS NTAPI RtlInitializeSid(PSID, PSID_IDENTIFIER_AUTHORITY, UCHAR);
PULONG NTAPI RtlSubAuthoritySid(PSID, ULONG);
PUCHAR NTAPI RtlSubAuthorityCountSid(PSID);
PSID_IDENTIFIER_AUTHORITY NTAPI RtlIdentifierAuthoritySid(PSID);
NTSTATUS NTAPI RtlCopySid(ULONG, PSID, PSID);
NTSTATUS NTAPI RtlConvertSidToUnicodeString(PUNICODE_STRING, PSID, BOOLEAN);
VOID NTAPI RtlCopyLuid(PLUID, PLUID);
NTSTATUS NTAPI RtlCreateSecurityDescriptor(PSECURITY_DESCRIPTOR, ULONG);
NTSTATUS NTAPI RtlCreateSecurityDescriptorRelative(PISECURITY_DESCRIPTOR_RELATIVE,
                                                   ULONG);
BOOLEAN NTAPI RtlValidSecurityDescriptor(PSECURITY_DESCRIPTOR);
BOOLEAN NTAPI RtlValidRelativeSecurityDescriptor(PSECURITY_DESCRIPTOR, ULONG,
                                                 SECURITY_INFORMATION);
ULONG NTAPI RtlLengthSecurityDescriptor(PSECURITY_DESCRIPTOR);
NTSTATUS NTAPI RtlSetDaclSecurityDescriptor(PSECURITY_DESCRIPTOR, BOOLEAN, PACL,
                                            BOOLEAN);
NTSTATUS NTAPI RtlGetDaclSecurityDescriptor(PSECURITY_DESCRIPTOR, PBOOLEAN,
                                            PACL *, PBOOLEAN);
NTSTATUS NTAPI RtlGetSaclSecurityDescriptor(PSECURITY_DESCRIPTOR, PBOOLEAN,
                                            PACL *, PBOOLEAN);
NTSTATUS NTAPI RtlSetOwnerSecurityDescriptor(PSECURITY_DESCRIPTOR, PSID, BOOLEAN);
NTSTATUS NTAPI RtlGetOwnerSecurityDescriptor(PSECURITY_DESCRIPTOR, PSID *,
                                             PBOOLEAN);
NTSTATUS NTAPI RtlSetGroupSecurityDescriptor(PSECURITY_DESCRIPTOR, PSID, BOOLEAN);
NTSTATUS NTAPI RtlGetGroupSecurityDescriptor(PSECURITY_DESCRIPTOR, PSID *,
                                             PBOOLEAN);
NTSTATUS NTAPI RtlAbsoluteToSelfRelativeSD(PSECURITY_DESCRIPTOR,
                                           PSECURITY_DESCRIPTOR, PULONG);
NTSTATUS NTAPI RtlSelfRelativeToAbsoluteSD(PSECURITY_DESCRIPTOR,
                                           PSECURITY_DESCRIPTOR, PULONG, PACL,
                                           PULONG, PACL, PULONG, PSID, PULONG,
                                           PSID, PULONG);
NTSTATUS NTAPI RtlCreateAcl(PACL, ULONG, ULONG);
NTSTATUS NTAPI RtlAddAccessAllowedAce(PACL, ULONG, ACCESS_MASK, PSID);
NTSTATUS NTAPI RtlAddAccessAllowedAceEx(PACL, ULONG, ULONG, ACCESS_MASK, PSID);
NTSTATUS NTAPI RtlAddAce(PACL, ULONG, ULONG, PVOID, ULONG);
NTSTATUS NTAPI RtlGetAce(PACL, ULONG, PVOID *);
NTSTATUS NTAPI RtlDeleteAce(PACL, ULONG);
VOID NTAPI RtlMapGenericMask(PACCESS_MASK, const GENERIC_MAPPING *);

FLT_STANDIN_END
#endif

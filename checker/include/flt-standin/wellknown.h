// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Stand-in for the security identifiers that everybody knows.
// Written from documented facts.
#ifndef FLT_STANDIN_WELLKNOWN_H
#define FLT_STANDIN_WELLKNOWN_H
#include "setypes.h"
FLT_STANDIN_BEGIN
#define SECURITY_APP_PACKAGE_AUTHORITY {0, 0, 0, 0, 0, 15}
#define SECURITY_RESOURCE_MANAGER_AUTHORITY {0, 0, 0, 0, 0, 9}
#define SECURITY_AUTHENTICATION_AUTHORITY {0, 0, 0, 0, 0, 18}
#define SECURITY_LOCAL_LOGON_RID (0x00000001L)
#define SECURITY_CREATOR_GROUP_RID (0x00000001L)
#define SECURITY_CREATOR_OWNER_SERVER_RID (0x00000002L)
#define SECURITY_CREATOR_GROUP_SERVER_RID (0x00000003L)
#define SECURITY_CREATOR_OWNER_RIGHTS_RID (0x00000004L)
#define SECURITY_DIALUP_RID (0x00000001L)
#define SECURITY_BATCH_RID (0x00000003L)
#define SECURITY_LOGON_IDS_RID (0x00000005L)
#define SECURITY_LOGON_IDS_RID_COUNT (3L)
#define SECURITY_PROXY_RID (0x00000008L)
#define SECURITY_ENTERPRISE_CONTROLLERS_RID (0x00000009L)
#define SECURITY_SERVER_LOGON_RID SECURITY_ENTERPRISE_CONTROLLERS_RID
#define SECURITY_PRINCIPAL_SELF_RID (0x0000000AL)
#define SECURITY_RESTRICTED_CODE_RID (0x0000000CL)
#define SECURITY_TERMINAL_SERVER_RID (0x0000000DL)
#define SECURITY_REMOTE_LOGON_RID (0x0000000EL)
#define SECURITY_THIS_ORGANIZATION_RID (0x0000000FL)
#define SECURITY_IUSER_RID (0x00000011L)
#define SECURITY_NT_NON_UNIQUE (0x00000015L)
#define SECURITY_NT_NON_UNIQUE_SUB_AUTH_COUNT (3L)
#define SECURITY_WRITE_RESTRICTED_CODE_RID (0x00000021L)
#define SECURITY_PACKAGE_BASE_RID (0x00000040L)
#define SECURITY_PACKAGE_RID_COUNT (2L)
#define SECURITY_PACKAGE_NTLM_RID (0x0000000AL)
#define SECURITY_PACKAGE_SCHANNEL_RID (0x0000000EL)
#define SECURITY_PACKAGE_DIGEST_RID (0x00000015L)
#define SECURITY_SERVICE_ID_BASE_RID (0x00000050L)
#define SECURITY_OTHER_ORGANIZATION_RID (0x000003E8L)
#define SECURITY_APP_PACKAGE_BASE_RID (0x00000002L)
#define SECURITY_BUILTIN_PACKAGE_ANY_PACKAGE (0x00000001L)
#define SECURITY_MANDATORY_MEDIUM_PLUS_RID (0x00002100L)
#define SECURITY_MANDATORY_PROTECTED_PROCESS_RID (0x00005000L)
#define DOMAIN_USER_RID_ADMIN (0x000001F4L)
#define DOMAIN_USER_RID_GUEST (0x000001F5L)
#define DOMAIN_GROUP_RID_ADMINS (0x00000200L)
#define DOMAIN_GROUP_RID_USERS (0x00000201L)
#define DOMAIN_GROUP_RID_GUESTS (0x00000202L)
#define DOMAIN_ALIAS_RID_GUESTS (0x00000222L)
#define DOMAIN_ALIAS_RID_POWER_USERS (0x00000223L)
#define DOMAIN_ALIAS_RID_ACCOUNT_OPS (0x00000224L)
#define DOMAIN_ALIAS_RID_SYSTEM_OPS (0x00000225L)
#define DOMAIN_ALIAS_RID_PRINT_OPS (0x00000226L)
#define DOMAIN_ALIAS_RID_BACKUP_OPS (0x00000227L)
#define DOMAIN_ALIAS_RID_REPLICATOR (0x00000228L)
#define DOMAIN_ALIAS_RID_RAS_SERVERS (0x00000229L)
#define DOMAIN_ALIAS_RID_PREW2KCOMPACCESS (0x0000022AL)
#define DOMAIN_ALIAS_RID_REMOTE_DESKTOP_USERS (0x0000022BL)
#define DOMAIN_ALIAS_RID_NETWORK_CONFIGURATION_OPS (0x0000022CL)
#define DOMAIN_ALIAS_RID_INCOMING_FOREST_TRUST_BUILDERS (0x0000022DL)
#define DOMAIN_ALIAS_RID_MONITORING_USERS (0x0000022EL)
#define DOMAIN_ALIAS_RID_LOGGING_USERS (0x0000022FL)
#define DOMAIN_ALIAS_RID_AUTHORIZATIONACCESS (0x00000230L)
#define DOMAIN_ALIAS_RID_TS_LICENSE_SERVERS (0x00000231L)
#define DOMAIN_ALIAS_RID_DCOM_USERS (0x00000232L)
#define DOMAIN_ALIAS_RID_IUSERS (0x00000238L)
#define DOMAIN_ALIAS_RID_CRYPTO_OPERATORS (0x00000239L)
typedef enum {
  WinNullSid = 0,
  WinWorldSid,
  WinLocalSid,
  WinCreatorOwnerSid,
  WinCreatorGroupSid,
  WinCreatorOwnerServerSid,
  WinCreatorGroupServerSid,
  WinNtAuthoritySid,
  WinDialupSid,
  WinNetworkSid,
  WinBatchSid,
  WinInteractiveSid,
  WinServiceSid,
  WinAnonymousSid,
  WinProxySid,
  WinEnterpriseControllersSid,
  WinSelfSid,
  WinAuthenticatedUserSid,
  WinRestrictedCodeSid,
  WinTerminalServerSid,
  WinRemoteLogonIdSid,
  WinLogonIdsSid,
  WinLocalSystemSid,
  WinLocalServiceSid,
  WinNetworkServiceSid,
  WinBuiltinDomainSid,
  WinBuiltinAdministratorsSid,
  WinBuiltinUsersSid,
  WinBuiltinGuestsSid,
  WinBuiltinPowerUsersSid,
  WinBuiltinAccountOperatorsSid,
  WinBuiltinSystemOperatorsSid,
  WinBuiltinPrintOperatorsSid,
  WinBuiltinBackupOperatorsSid,
  WinBuiltinReplicatorSid,
  WinBuiltinPreWindows2000CompatibleAccessSid,
  WinBuiltinRemoteDesktopUsersSid,
  WinBuiltinNetworkConfigurationOperatorsSid,
  WinAccountAdministratorSid,
  WinAccountGuestSid,
  WinAccountKrbtgtSid,
  WinAccountDomainAdminsSid,
  WinAccountDomainUsersSid,
  WinAccountDomainGuestsSid,
  WinAccountComputersSid,
  WinAccountControllersSid,
  WinAccountCertAdminsSid,
  WinAccountSchemaAdminsSid,
  WinAccountEnterpriseAdminsSid,
  WinAccountPolicyAdminsSid,
  WinAccountRasAndIasServersSid,
  WinNTLMAuthenticationSid,
  WinDigestAuthenticationSid,
  WinSChannelAuthenticationSid,
  WinThisOrganizationSid,
  WinOtherOrganizationSid,
  WinBuiltinIncomingForestTrustBuildersSid,
  WinBuiltinPerfMonitoringUsersSid,
  WinBuiltinPerfLoggingUsersSid,
  WinBuiltinAuthorizationAccessSid,
  WinBuiltinTerminalServerLicenseServersSid,
  WinBuiltinDCOMUsersSid,
  WinBuiltinIUsersSid,
  WinIUserSid,
  WinBuiltinCryptoOperatorsSid,
  WinUntrustedLabelSid,
  WinLowLabelSid,
  WinMediumLabelSid,
  WinHighLabelSid,
  WinSystemLabelSid,
  WinWriteRestrictedCodeSid,
  WinCreatorOwnerRightsSid,
  WinCacheablePrincipalsGroupSid,
  WinNonCacheablePrincipalsGroupSid,
  WinEnterpriseReadonlyControllersSid,
  WinAccountReadonlyControllersSid,
  WinBuiltinEventLogReadersGroup,
  WinNewEnterpriseReadonlyControllersSid,
  WinBuiltinCertSvcDComAccessGroup,
  WinMediumPlusLabelSid,
  WinLocalLogonSid,
  WinConsoleLogonSid,
  WinThisOrganizationCertificateSid,
  WinApplicationPackageAuthoritySid,
  WinBuiltinAnyPackageSid,
  WinCapabilityInternetClientSid,
  WinCapabilityInternetClientServerSid,
  WinCapabilityPrivateNetworkClientServerSid,
  WinCapabilityPicturesLibrarySid,
  WinCapabilityVideosLibrarySid,
  WinCapabilityMusicLibrarySid,
  WinCapabilityDocumentsLibrarySid,
  WinCapabilitySharedUserCertificatesSid,
  WinCapabilityEnterpriseAuthenticationSid,
  WinCapabilityRemovableStorageSid,
  WinBuiltinRDSRemoteAccessServersSid,
  WinBuiltinRDSEndpointServersSid,
  WinBuiltinRDSManagementServersSid,
  WinUserModeDriversSid,
  WinBuiltinHyperVAdminsSid,
  WinAccountCloneableControllersSid,
  WinBuiltinAccessControlAssistanceOperatorsSid,
  WinBuiltinRemoteManagementUsersSid,
  WinAuthenticationAuthorityAssertedSid,
  WinAuthenticationServiceAssertedSid,
  WinLocalAccountSid,
  WinLocalAccountAndAdministratorSid,
  WinAccountProtectedUsersSid,
  WinCapabilityAppointmentsSid,
  WinCapabilityContactsSid,
  WinAccountDefaultSystemManagedSid,
  WinBuiltinDefaultSystemManagedGroupSid,
  WinBuiltinStorageReplicaAdminsSid,
  WinAccountKeyAdminsSid,
  WinAccountEnterpriseKeyAdminsSid,
  WinAuthenticationKeyTrustSid,
  WinAuthenticationKeyPropertyMFASid,
  WinAuthenticationKeyPropertyAttestationSid,
  WinAuthenticationFreshKeyAuthSid,
  WinBuiltinDeviceOwnersSid
} WELL_KNOWN_SID_TYPE;
FLT_STANDIN_END
#endif

// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Stand-in for the end of what pshpack1.h and so on begin.
// Written from documented facts.
#pragma pack(pop)

// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Stand-in for a header that packs structures until poppack.h.
// Written from documented facts.
#pragma pack(push, 8)

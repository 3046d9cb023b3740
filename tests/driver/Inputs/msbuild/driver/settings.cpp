#include "settings.h"
#ifdef FROM_FOLDER
#error not taken away for this file
#endif
#if __cplusplus < 202002L
#error not the standard of this file
#endif
#ifdef RELEASE_CPP
#error release
#endif

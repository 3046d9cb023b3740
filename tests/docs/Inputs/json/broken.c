#include "shelf.h"
#include "nowhere.h"
VOID ShelfBroken(PSHELF Shelf) { Missing(Shelf->Count, NOTHING_KNOWN); }

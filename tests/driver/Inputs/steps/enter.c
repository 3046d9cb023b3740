#include "rack.h"

BOOLEAN RackEnter(PRACK Rack) { return RackTryLock(Rack); }

// Fails to compile unless all settings of the project have arrived.
#if !FORCED
#error no forced include
#endif
#if !FROM_TARGETS
#error no Directory.Build.targets
#endif
#if !INNER
#error the sheet of the sheet is missing
#endif
static const char Company[sizeof("Shelf Ltd.")] = COMPANY;
static const char Version[sizeof("1;2")] = VERSION;

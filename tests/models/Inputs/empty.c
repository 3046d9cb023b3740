void KeEnterCriticalRegion(void);
void KeLeaveCriticalRegion(void);

void f(void) {
  KeEnterCriticalRegion();
  KeLeaveCriticalRegion();
}

void KeEnterCriticalRegion(void);
void KeLeaveCriticalRegion(void);
void OwnRegion(void);

void f(int a) {
  KeEnterCriticalRegion();
  if (a)
    KeLeaveCriticalRegion();
}

void g(int a) {
  OwnRegion();
}

// All sorts of statements and expressions around raises: for what must not trip
// over any of them.
#include <fltKernel.h>

int work(int);
void use(int *);

int vla(int n, int *user) {
  __try {
    ProbeForRead(user, 4, 1);
    int a[n];
    a[0] = *user;
    use(a);
    if (a[0])
      return a[1];
  } __except (1) {
    return GetExceptionCode();
  }
  return 0;
}

int gen(int *user) {
  __try {
    ProbeForRead(user, 4, 1);
    return _Generic(*user, int : *user, default : 0);
  } __finally {
    work(1);
  }
}

int elvis(int *user) {
  __try {
    ProbeForRead(user, 4, 1);
    return *user ?: work(2);
  } __except (work(*user)) {
    return 1;
  }
}

int se(int *user) {
  __try {
    ProbeForRead(user, 4, 1);
    return ({
      int x = *user;
      if (x)
        __leave;
      x + 1;
    });
  } __finally {
    work(1);
  }
  return 3;
}

int se2(int *user) {
  int r = ({
    int y;
    __try {
      y = *user;
    } __except (1) {
      y = 2;
    }
    y;
  });
  return r;
}

int lbl(int *user, int a) {
  __try {
    ProbeForRead(user, 4, 1);
    goto x;
  x:
    int q = *user;
    if (q)
      goto x;
    switch (a) {
    case 1:
      int z = *user;
    case 2:
      work(3);
    }
  } __finally {
    work(1);
  }
  return 0;
}

int init(int *user) {
  __try {
    ProbeForRead(user, 4, 1);
    int arr[3] = {*user, work(1), [2] = user[1]};
    struct {
      int a;
      int *p;
    } s = {.a = *user, .p = &arr[*user]};
    work(s.a + *s.p);
  } __except (1) {
  }
  return 0;
}

int comp(int *user) {
  __try {
    ProbeForRead(user, 4, 1);
    use((int[]){*user, 2});
    *user += work(1);
    user[*user]++;
    --*user;
    *user <<= 2;
  } __except (1) {
    return -1;
  }
  return 0;
}

int cast(void *user) {
  __try {
    ProbeForRead(user, 4, 1);
    return (char)*(short *)user + (int)(long long)*(void **)user;
  } __except (1) {
    return -1;
  }
}

int lng(int *user, int a) {
  __try {
    ProbeForRead(user, 4, 1);
    while (a-- && *user) {
      if (*user == 2 || (a && *user))
        continue;
      do {
        if (!*user)
          break;
      } while (*user, a--);
      for (int i = *user; i < *user; i += *user)
        work(i);
    }
  } __finally {
    if (*user)
      work(4);
  }
  return 0;
}

int emp(void) {
  __try {
  } __finally {
  }
  __try {
  } __except (1) {
  }
  return 0;
}

int only(void) {
  __try {
    return 1;
  } __finally {
    ;
  }
}

void v(int *user) {
  __try {
    ProbeForRead(user, 4, 1);
    return;
  } __finally {
    return;
  }
}

int dup(int *user) {
  __try {
    __try {
      ProbeForRead(user, 4, 1);
    } __except (*user) {
      return 1;
    }
  } __except (*user ? work(1) : GetExceptionCode()) {
    __try {
      work(*user);
    } __finally {
      work(5);
    }
  }
  return 0;
}

int cg(int a, int *user) {
  __try {
    ProbeForRead(user, 4, 1);
    void *p[] = {&&x, &&y};
    goto *p[*user & 1];
  x:
    work(1);
  y:
    *user = 2;
  } __finally {
    work(2);
  }
  return 3;
}

int noret(int a) {
  __try {
    if (a)
      KeBugCheck(1);
    ExRaiseStatus(2);
  } __finally {
    work(3);
  }
  return 4;
}

int inf(int *user) {
  __try {
    ProbeForRead(user, 4, 1);
    for (;;)
      *user = 1;
  } __except (1) {
    return 1;
  }
}

int rec(int *user) {
  __try {
    ProbeForRead(user, 4, 1);
    return rec(user) + *user;
  } __finally {
    rec(user);
  }
}

int swi(int *user) {
  switch (*user) {
  default:
    __try {
      ProbeForRead(user, 4, 1);
      break;
    } __finally {
      work(1);
    }
  case 3:
    while (1) {
      __try {
        continue;
      } __finally {
        break;
      }
    }
  }
  return 1;
}

int big(int *user, int a) {
  __try {
    __try {
      __try {
        __try {
          __try {
            ProbeForRead(user, 4, 1);
            return *user;
          } __finally {
            work(1);
          }
        } __except (work(a)) {
          work(2);
        }
      } __finally {
        a++;
      }
    } __except (a) {
      return 3;
    }
  } __finally {
    work(5);
  }
  return 6;
}

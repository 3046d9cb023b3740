// The same as shapes.c with what C++ adds.
#include <fltKernel.h>

int work(int);
void use(int *);
struct D {
  int *p;
  D(int *p = 0);
  D(const D &);
  ~D();
  operator int() const;
  D &operator=(const D &);
  int x;
};
D mk(int);
int temps(int *user) {
  __try {
    ProbeForRead(user, 4, 1);
    return work(mk(*user)) + mk(1).x + *user;
  } __except (1) {
    return 1;
  }
}

int cond(int *user, int a) {
  __try {
    ProbeForRead(user, 4, 1);
    D d = a ? mk(*user) : D(user);
    return a ? d : *user;
  } __except (1) {
    return 1;
  }
}

int loops(int *user) {
  __try {
    ProbeForRead(user, 4, 1);
    for (D d(user); d.x < *user; d.x++) {
      D e(d);
      if (*user)
        continue;
      if (e.x)
        break;
    }
    while (D f = mk(*user)) {
      if (*user)
        return 3;
    }
  } __except (1) {
    return 1;
  }
  return 2;
}

int ifs(int *user) {
  __try {
    ProbeForRead(user, 4, 1);
    if (D d(user); *user) {
      return d.x;
    } else if (int q = *user)
      return q;
    switch (D g(user); *user) {
    case 1: {
      D h(user);
      goto out;
    }
    default:
      break;
    }
  } __finally {
    D i;
    work(i.x);
  }
out:
  return 2;
}

int arr(int *user) {
  __try {
    ProbeForRead(user, 4, 1);
    D a[3];
    for (D &d : a)
      d.x = *user;
    return a[1].x;
  } __except (1) {
    return 1;
  }
}

int stat(int *user) {
  __try {
    ProbeForRead(user, 4, 1);
    static D s(user);
    return s.x + *user;
  } __except (1) {
    return 1;
  }
}

int ref(int *user) {
  __try {
    ProbeForRead(user, 4, 1);
    const D &r = mk(*user);
    return r.x + *user;
  } __except (1) {
    return 1;
  }
}

int lam(int *user) {
  __try {
    ProbeForRead(user, 4, 1);
    D d;
    auto l = [=, q = *user]() mutable {
      D e(d);
      q++;
      return e.x + *user;
    };
    return l();
  } __finally {
    work(1);
  }
}

struct B {
  virtual int f(int *u) {
    ProbeForRead(u, 4, 1);
    return *u;
  }
  virtual ~B() {}
};

struct C : B {
  int f(int *u) override {
    __try {
      return B::f(u);
    } __finally {
      work(1);
    }
  }
};

int virt(int *user) {
  C c;
  B *b = &c;
  __try {
    return b->f(user);
  } __except (1) {
    return 1;
  }
}

template <class T> struct TT {
  T t;
  TT(T t) : t(t) {
    __try {
      work(1);
    } __finally {
      work(2);
    }
  }
  ~TT() {
    __try {
      t.x = 1;
    } __except (1) {
    }
  }
  T get() {
    __try {
      work(1);
    } __except (1) {
      return mk(1);
    }
    return t;
  }
};

int tt() {
  TT<D> t(mk(1));
  return t.get().x;
}

int nw(int *user) {
  __try {
    ProbeForRead(user, 4, 1);
    int(D::*pm) = &D::x;
    D d;
    return d.*pm + *user;
  } __except (1) {
    return 1;
  }
}

int sb(int *user) {
  struct P {
    int a, b;
  };
  __try {
    ProbeForRead(user, 4, 1);
    auto [a, b] = P{*user, 2};
    return a + b;
  } __finally {
    work(1);
  }
}

constexpr int ce(int a) { return a; }
int noex(int *user) noexcept {
  __try {
    ProbeForRead(user, 4, 1);
    return noexcept(*user) + alignof(int) + ce(*user);
  } __finally {
    work(1);
  }
}

void fb(int *user) {
  D d;
  __try {
    D e;
    __try {
      D f;
      ExRaiseStatus(1);
    } __finally {
      D g;
      work(*user);
    }
  } __except (1) {
    D h;
    return;
  }
}

// RUN: %clang --config=%standalone_cfg -fsyntax-only -Wall -Werror %S/../../docs/example/entry.c
// RUN: %clang --config=%standalone_cfg -fsyntax-only -Wall -Werror %S/../../docs/example/context.c
// RUN: %clang --config=%standalone_cfg -fsyntax-only -Wall -Werror %S/../../docs/example/create.c
// RUN: %clang --config=%standalone_cfg -fsyntax-only -Wall -Werror %S/../../docs/example/table.c
// RUN: %clang --config=%standalone_cfg -fsyntax-only -Wall -Werror %S/../../docs/example/name.c
// RUN: %clang --config=%standalone_cfg -fsyntax-only -Wall -Werror %S/../../docs/example/notify.c
//
// The example driver parses without a warning.

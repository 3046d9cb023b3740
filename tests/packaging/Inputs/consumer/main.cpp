// A clang-tidy of somebody else's. Its header would be of no use here but for this line.
namespace clang::tidy {
int clangTidyMain(int Argc, const char **Argv);
}

int main(int Argc, const char **Argv) {
  return clang::tidy::clangTidyMain(Argc, Argv);
}

# complete.zsh FOLDER: types in a zsh with the completions of that folder, and shows what
# it offers.
zmodload zsh/zpty
zpty z zsh -f -i
zpty -w z "fpath=($1 \$fpath); autoload -Uz compinit; compinit -D -u; LISTMAX=0; unsetopt beep; bindkey '^I' complete-word; cd /"
ask() {
  zpty -w -n z "$1"
  zpty -w -n z $'\t'
  local all= part
  for i in {1..50}; do
    while zpty -r -t z part; do all+=$part; done
    [[ $all == *$2* ]] && break
    sleep 0.1
  done
  print -r -- "${all//[^[:print:][:space:]]/ }"
  zpty -w -n z $'\C-u'
}
ask "fltcheck --format=gi" "--format=github"
ask "fltcheck --write-b" "--write-baseline"
zpty -d z

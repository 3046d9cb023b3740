# complete.bash COMPLETION FOLDER: what the completion of fltcheck answers, as bash asks.
source "$1"
# Out of a completion it has no say; what it would switch is how an answer is shown.
compopt() { :; }

ask() {
  local label=$1
  shift
  COMP_WORDS=(fltcheck "$@")
  COMP_CWORD=$#
  COMPREPLY=()
  _fltcheck
  for reply in "${COMPREPLY[@]}"; do echo "$label: $reply"; done
}

ask option --form
ask value --format =
ask "value with a beginning" --format = sa
ask check --explain = flt-con
ask folder -p "$2/"
ask file --baseline = "$2/"

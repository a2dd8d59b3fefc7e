#include "app/completion_scripts.h"

namespace dekko {

namespace {

// Readline breaks words at ":" and "=" too; the line is broken anew, and of an offer goes back what
// readline's own word, $2, has yet to become. A word that is in quotes already is not quoted again.
constexpr const char* kBash = R"script(# bash completion for dekko, made by `dekko completion bash`
_dekko() {
  local line=${COMP_LINE:0:COMP_POINT} words=() offer whole quoted='' files=''
  # shellcheck disable=SC2162  # a backslash before a letter is no part of the word
  IFS=$' \t\n' read -a words <<<"$line"
  [[ $line == *[[:space:]] ]] && words+=('')
  whole=${words[-1]}
  [[ $whole == [\'\"]* ]] && quoted=1 whole=${whole:1}
  words[-1]=$whole
  COMPREPLY=()
  while IFS=$'\t' read -r offer _; do
    if [[ $offer == :files ]]; then
      files=1
      continue
    fi
    offer=${offer#"${whole%"$2"}"}
    [[ $quoted ]] || printf -v offer %q "$offer"
    COMPREPLY+=("$offer")
  done < <("${words[0]/#\~/$HOME}" completion --offer -- "${words[@]:1}" 2>/dev/null)
  [[ $files ]] || return 0
  compopt -o filenames 2>/dev/null
  while IFS= read -r offer; do COMPREPLY+=("$offer"); done < <(compgen -f -- "$2")
}
complete -F _dekko dekko
)script";

constexpr const char* kZsh = R"script(#compdef dekko
# zsh completion for dekko, made by `dekko completion zsh`
_dekko() {
  local line files
  local -a typed offers shown
  typed=("${(@Q)words[2,CURRENT-1]}" "${(Q)PREFIX}")
  for line in ${(f)"$(${(Q)words[1]/#\~/$HOME} completion --offer -- "${typed[@]}" 2>/dev/null)"}; do
    if [[ $line == :files ]]; then
      files=1
      continue
    fi
    offers+=("${line%%$'\t'*}")
    shown+=("${line/$'\t'/  -- }")
  done
  (( $#offers )) && compadd -l -d shown -a offers
  if [[ -n $files ]]; then
    compset -P '--*='
    _files
  fi
}
if [[ $funcstack[1] == _dekko ]]; then _dekko "$@"; else compdef _dekko dekko; fi
)script";

constexpr const char* kFish = R"script(# fish completion for dekko, made by `dekko completion fish`
function __dekko_offers
    set -l words (commandline -opc)
    set -l typed (commandline -ct)
    for line in ($words[1] completion --offer -- $words[2..-1] "$typed" 2>/dev/null)
        if test "$line" = :files
            set -l option (string match -r '^--[^=]*=' -- "$typed")
            for file in (__fish_complete_path (string replace -- "$option" '' "$typed"))
                echo $option$file
            end
        else
            echo $line
        end
    end
end
complete -c dekko -f -a '(__dekko_offers)'
)script";

}  // namespace

std::optional<std::string> completion_script(const std::string& shell) {
  if (shell == "bash") return kBash;
  if (shell == "zsh") return kZsh;
  if (shell == "fish") return kFish;
  return std::nullopt;
}

}  // namespace dekko

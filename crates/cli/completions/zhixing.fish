# Print an optspec for argparse to handle cmd's options that are independent of any subcommand.
function __fish_zhixing_global_optspecs
    string join \n config= profile= lang= q/quiet v/verbose h/help V/version
end

function __fish_zhixing_needs_command
    # Figure out if the current invocation already has a command.
    set -l cmd (commandline -opc)
    set -e cmd[1]
    argparse -s (__fish_zhixing_global_optspecs) -- $cmd 2>/dev/null
    or return
    if set -q argv[1]
        # Also print the command, so this can be used to figure out what it is.
        echo $argv[1]
        return 1
    end
    return 0
end

function __fish_zhixing_using_subcommand
    set -l cmd (__fish_zhixing_needs_command)
    test -z "$cmd"
    and return 1
    contains -- $cmd[1] $argv
end

complete -c zhixing -n "__fish_zhixing_needs_command" -l config -d 'The config file, else $ZHIXING_CONFIG, else zhixing/zhixing.toml in the user\'s config directory' -r -F
complete -c zhixing -n "__fish_zhixing_needs_command" -l profile -d 'The config file\'s profile, else $ZHIXING_PROFILE, else its default_profile, else default' -r
complete -c zhixing -n "__fish_zhixing_needs_command" -l lang -d 'The language for people, else that of LC_ALL, LC_MESSAGES or LANG; JSON and CSV never change' -r -f -a "en\t'English'
zh\t'Chinese (中文)'"
complete -c zhixing -n "__fish_zhixing_needs_command" -s q -l quiet -d 'No hints and no progress on stderr; failures and warnings are told'
complete -c zhixing -n "__fish_zhixing_needs_command" -s v -l verbose -d 'Log each call on stderr: whom, how long, how much, which codes, never a value; twice, what libraries say as well'
complete -c zhixing -n "__fish_zhixing_needs_command" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c zhixing -n "__fish_zhixing_needs_command" -s V -l version -d 'Print version'
complete -c zhixing -n "__fish_zhixing_needs_command" -f -a "check" -d 'Ask every configured vendor about one subject: one call per vendor and list'
complete -c zhixing -n "__fish_zhixing_needs_command" -f -a "call" -d 'Make one call'
complete -c zhixing -n "__fish_zhixing_needs_command" -f -a "verify" -d 'Check the signature of a saved reply'
complete -c zhixing -n "__fish_zhixing_needs_command" -f -a "drift" -d 'Compare stored replies with the schemas and propose the change that describes them; calls nobody'
complete -c zhixing -n "__fish_zhixing_needs_command" -f -a "sandbox" -d 'Serve the five vendors\' documented protocols on a port of this machine'
complete -c zhixing -n "__fish_zhixing_needs_command" -f -a "vendors" -d 'List the vendors, their operations and what they need'
complete -c zhixing -n "__fish_zhixing_needs_command" -f -a "doctor" -d 'Say what is configured, from where, and what looks wrong with it; calls nobody without --online'
complete -c zhixing -n "__fish_zhixing_needs_command" -f -a "config" -d 'The config file and the values that a call would use'
complete -c zhixing -n "__fish_zhixing_needs_command" -f -a "schema" -d 'Print the JSON Schema of what `check` writes'
complete -c zhixing -n "__fish_zhixing_needs_command" -f -a "completions" -d 'Print the completions for a shell'
complete -c zhixing -n "__fish_zhixing_needs_command" -f -a "man" -d 'Print the manual page, or write the pages of all commands into a folder'
complete -c zhixing -n "__fish_zhixing_needs_command" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c zhixing -n "__fish_zhixing_using_subcommand check" -l person -d 'A person at the subject, for products that ask about one' -r
complete -c zhixing -n "__fish_zhixing_using_subcommand check" -l id-number -d 'The subject\'s identity number, for products that take one' -r
complete -c zhixing -n "__fish_zhixing_using_subcommand check" -l vendor -d 'Ask only these vendors, with commas between' -r
complete -c zhixing -n "__fish_zhixing_using_subcommand check" -l max-calls -d 'Make at most so many calls, repeated ones included; what does not fit is not sent; also by ZHIXING_MAX_CALLS' -r
complete -c zhixing -n "__fish_zhixing_using_subcommand check" -l format -d 'How the report is written' -r -f -a "table\t'For people'
json\t'One JSON document'
ndjson\t'A JSON document per line: the conclusion, then each source, case and record'
csv\t'A table of records for spreadsheets'
html\t'A page that needs nothing else'"
complete -c zhixing -n "__fish_zhixing_using_subcommand check" -s o -l output -d 'Write the report to this file, whole or not at all, for its owner\'s eyes; - for standard output' -r -F
complete -c zhixing -n "__fish_zhixing_using_subcommand check" -l config -d 'The config file, else $ZHIXING_CONFIG, else zhixing/zhixing.toml in the user\'s config directory' -r -F
complete -c zhixing -n "__fish_zhixing_using_subcommand check" -l profile -d 'The config file\'s profile, else $ZHIXING_PROFILE, else its default_profile, else default' -r
complete -c zhixing -n "__fish_zhixing_using_subcommand check" -l lang -d 'The language for people, else that of LC_ALL, LC_MESSAGES or LANG; JSON and CSV never change' -r -f -a "en\t'English'
zh\t'Chinese (中文)'"
complete -c zhixing -n "__fish_zhixing_using_subcommand check" -l all -d 'Fetch every page, a call each, instead of the first one'
complete -c zhixing -n "__fish_zhixing_using_subcommand check" -l allow-plain-http-id -d 'Send an identity number even where nothing encrypts it; also by ZHIXING_ALLOW_PLAIN_HTTP_ID=1'
complete -c zhixing -n "__fish_zhixing_using_subcommand check" -l sandbox -d 'Answer from the sandbox: sample data, no account, no network'
complete -c zhixing -n "__fish_zhixing_using_subcommand check" -l dry-run -d 'Say which calls would be made, how many and to whom, and send nothing'
complete -c zhixing -n "__fish_zhixing_using_subcommand check" -l full -d 'Show long texts whole in the table'
complete -c zhixing -n "__fish_zhixing_using_subcommand check" -l bom -d 'Write the CSV for Excel: with a byte order mark, and lines that end with CRLF'
complete -c zhixing -n "__fish_zhixing_using_subcommand check" -s q -l quiet -d 'No hints and no progress on stderr; failures and warnings are told'
complete -c zhixing -n "__fish_zhixing_using_subcommand check" -s v -l verbose -d 'Log each call on stderr: whom, how long, how much, which codes, never a value; twice, what libraries say as well'
complete -c zhixing -n "__fish_zhixing_using_subcommand check" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c zhixing -n "__fish_zhixing_using_subcommand check" -s V -l version -d 'Print version'
complete -c zhixing -n "__fish_zhixing_using_subcommand call" -l at -d 'Sign the printed request at this instant (RFC 3339) instead of now' -r
complete -c zhixing -n "__fish_zhixing_using_subcommand call" -l config -d 'The config file, else $ZHIXING_CONFIG, else zhixing/zhixing.toml in the user\'s config directory' -r -F
complete -c zhixing -n "__fish_zhixing_using_subcommand call" -l profile -d 'The config file\'s profile, else $ZHIXING_PROFILE, else its default_profile, else default' -r
complete -c zhixing -n "__fish_zhixing_using_subcommand call" -l lang -d 'The language for people, else that of LC_ALL, LC_MESSAGES or LANG; JSON and CSV never change' -r -f -a "en\t'English'
zh\t'Chinese (中文)'"
complete -c zhixing -n "__fish_zhixing_using_subcommand call" -l allow-plain-http-id -d 'Send an identity number even where nothing encrypts it; also by ZHIXING_ALLOW_PLAIN_HTTP_ID=1'
complete -c zhixing -n "__fish_zhixing_using_subcommand call" -l sandbox -d 'Answer from the sandbox: sample data, no account, no network'
complete -c zhixing -n "__fish_zhixing_using_subcommand call" -l raw -d 'Print the reply as it arrived, byte for byte'
complete -c zhixing -n "__fish_zhixing_using_subcommand call" -l print-request -d 'Print the request as JSON and send nothing'
complete -c zhixing -n "__fish_zhixing_using_subcommand call" -l reveal -d 'Print the request with its secrets'
complete -c zhixing -n "__fish_zhixing_using_subcommand call" -s q -l quiet -d 'No hints and no progress on stderr; failures and warnings are told'
complete -c zhixing -n "__fish_zhixing_using_subcommand call" -s v -l verbose -d 'Log each call on stderr: whom, how long, how much, which codes, never a value; twice, what libraries say as well'
complete -c zhixing -n "__fish_zhixing_using_subcommand call" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c zhixing -n "__fish_zhixing_using_subcommand call" -s V -l version -d 'Print version'
complete -c zhixing -n "__fish_zhixing_using_subcommand verify" -l config -d 'The config file, else $ZHIXING_CONFIG, else zhixing/zhixing.toml in the user\'s config directory' -r -F
complete -c zhixing -n "__fish_zhixing_using_subcommand verify" -l profile -d 'The config file\'s profile, else $ZHIXING_PROFILE, else its default_profile, else default' -r
complete -c zhixing -n "__fish_zhixing_using_subcommand verify" -l lang -d 'The language for people, else that of LC_ALL, LC_MESSAGES or LANG; JSON and CSV never change' -r -f -a "en\t'English'
zh\t'Chinese (中文)'"
complete -c zhixing -n "__fish_zhixing_using_subcommand verify" -l explain -d 'Print the text that is signed, the secret masked'
complete -c zhixing -n "__fish_zhixing_using_subcommand verify" -s q -l quiet -d 'No hints and no progress on stderr; failures and warnings are told'
complete -c zhixing -n "__fish_zhixing_using_subcommand verify" -s v -l verbose -d 'Log each call on stderr: whom, how long, how much, which codes, never a value; twice, what libraries say as well'
complete -c zhixing -n "__fish_zhixing_using_subcommand verify" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c zhixing -n "__fish_zhixing_using_subcommand verify" -s V -l version -d 'Print version'
complete -c zhixing -n "__fish_zhixing_using_subcommand drift" -l vendor -d 'Whose replies they are; else told by each file\'s path, else by what a reply looks like' -r
complete -c zhixing -n "__fish_zhixing_using_subcommand drift" -l operation -d 'To which of its operations they belong' -r
complete -c zhixing -n "__fish_zhixing_using_subcommand drift" -l format -d 'How the drift is written' -r -f -a "table\t'For people'
json\t'One JSON document'"
complete -c zhixing -n "__fish_zhixing_using_subcommand drift" -l patch -d 'Write the change of the schema as a JSON Patch (RFC 6902)' -r -F
complete -c zhixing -n "__fish_zhixing_using_subcommand drift" -l config -d 'The config file, else $ZHIXING_CONFIG, else zhixing/zhixing.toml in the user\'s config directory' -r -F
complete -c zhixing -n "__fish_zhixing_using_subcommand drift" -l profile -d 'The config file\'s profile, else $ZHIXING_PROFILE, else its default_profile, else default' -r
complete -c zhixing -n "__fish_zhixing_using_subcommand drift" -l lang -d 'The language for people, else that of LC_ALL, LC_MESSAGES or LANG; JSON and CSV never change' -r -f -a "en\t'English'
zh\t'Chinese (中文)'"
complete -c zhixing -n "__fish_zhixing_using_subcommand drift" -l values -d 'Let short codes into the change as values of enumerations (never names, numbers of people, or words)'
complete -c zhixing -n "__fish_zhixing_using_subcommand drift" -s q -l quiet -d 'No hints and no progress on stderr; failures and warnings are told'
complete -c zhixing -n "__fish_zhixing_using_subcommand drift" -s v -l verbose -d 'Log each call on stderr: whom, how long, how much, which codes, never a value; twice, what libraries say as well'
complete -c zhixing -n "__fish_zhixing_using_subcommand drift" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c zhixing -n "__fish_zhixing_using_subcommand drift" -s V -l version -d 'Print version'
complete -c zhixing -n "__fish_zhixing_using_subcommand sandbox" -l port -d 'The port on 127.0.0.1; 0 takes a free one' -r
complete -c zhixing -n "__fish_zhixing_using_subcommand sandbox" -l scenario -d 'What the sandbox does besides answering well: accounts that run out, faults, forced answers (docs/sandbox.md)' -r -F
complete -c zhixing -n "__fish_zhixing_using_subcommand sandbox" -l config -d 'The config file, else $ZHIXING_CONFIG, else zhixing/zhixing.toml in the user\'s config directory' -r -F
complete -c zhixing -n "__fish_zhixing_using_subcommand sandbox" -l profile -d 'The config file\'s profile, else $ZHIXING_PROFILE, else its default_profile, else default' -r
complete -c zhixing -n "__fish_zhixing_using_subcommand sandbox" -l lang -d 'The language for people, else that of LC_ALL, LC_MESSAGES or LANG; JSON and CSV never change' -r -f -a "en\t'English'
zh\t'Chinese (中文)'"
complete -c zhixing -n "__fish_zhixing_using_subcommand sandbox" -s q -l quiet -d 'No hints and no progress on stderr; failures and warnings are told'
complete -c zhixing -n "__fish_zhixing_using_subcommand sandbox" -s v -l verbose -d 'Log each call on stderr: whom, how long, how much, which codes, never a value; twice, what libraries say as well'
complete -c zhixing -n "__fish_zhixing_using_subcommand sandbox" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c zhixing -n "__fish_zhixing_using_subcommand sandbox" -s V -l version -d 'Print version'
complete -c zhixing -n "__fish_zhixing_using_subcommand vendors" -l format -d 'How the list is written' -r -f -a "table\t'For people'
json\t'One JSON document'"
complete -c zhixing -n "__fish_zhixing_using_subcommand vendors" -l config -d 'The config file, else $ZHIXING_CONFIG, else zhixing/zhixing.toml in the user\'s config directory' -r -F
complete -c zhixing -n "__fish_zhixing_using_subcommand vendors" -l profile -d 'The config file\'s profile, else $ZHIXING_PROFILE, else its default_profile, else default' -r
complete -c zhixing -n "__fish_zhixing_using_subcommand vendors" -l lang -d 'The language for people, else that of LC_ALL, LC_MESSAGES or LANG; JSON and CSV never change' -r -f -a "en\t'English'
zh\t'Chinese (中文)'"
complete -c zhixing -n "__fish_zhixing_using_subcommand vendors" -s q -l quiet -d 'No hints and no progress on stderr; failures and warnings are told'
complete -c zhixing -n "__fish_zhixing_using_subcommand vendors" -s v -l verbose -d 'Log each call on stderr: whom, how long, how much, which codes, never a value; twice, what libraries say as well'
complete -c zhixing -n "__fish_zhixing_using_subcommand vendors" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c zhixing -n "__fish_zhixing_using_subcommand vendors" -s V -l version -d 'Print version'
complete -c zhixing -n "__fish_zhixing_using_subcommand doctor" -l format -d 'How the findings are written' -r -f -a "table\t'For people'
json\t'One JSON document'"
complete -c zhixing -n "__fish_zhixing_using_subcommand doctor" -l config -d 'The config file, else $ZHIXING_CONFIG, else zhixing/zhixing.toml in the user\'s config directory' -r -F
complete -c zhixing -n "__fish_zhixing_using_subcommand doctor" -l profile -d 'The config file\'s profile, else $ZHIXING_PROFILE, else its default_profile, else default' -r
complete -c zhixing -n "__fish_zhixing_using_subcommand doctor" -l lang -d 'The language for people, else that of LC_ALL, LC_MESSAGES or LANG; JSON and CSV never change' -r -f -a "en\t'English'
zh\t'Chinese (中文)'"
complete -c zhixing -n "__fish_zhixing_using_subcommand doctor" -l online -d 'Ask each configured host for its / over the network: no product, no credential, no cost'
complete -c zhixing -n "__fish_zhixing_using_subcommand doctor" -s q -l quiet -d 'No hints and no progress on stderr; failures and warnings are told'
complete -c zhixing -n "__fish_zhixing_using_subcommand doctor" -s v -l verbose -d 'Log each call on stderr: whom, how long, how much, which codes, never a value; twice, what libraries say as well'
complete -c zhixing -n "__fish_zhixing_using_subcommand doctor" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c zhixing -n "__fish_zhixing_using_subcommand doctor" -s V -l version -d 'Print version'
complete -c zhixing -n "__fish_zhixing_using_subcommand config; and not __fish_seen_subcommand_from explain path help" -l config -d 'The config file, else $ZHIXING_CONFIG, else zhixing/zhixing.toml in the user\'s config directory' -r -F
complete -c zhixing -n "__fish_zhixing_using_subcommand config; and not __fish_seen_subcommand_from explain path help" -l profile -d 'The config file\'s profile, else $ZHIXING_PROFILE, else its default_profile, else default' -r
complete -c zhixing -n "__fish_zhixing_using_subcommand config; and not __fish_seen_subcommand_from explain path help" -l lang -d 'The language for people, else that of LC_ALL, LC_MESSAGES or LANG; JSON and CSV never change' -r -f -a "en\t'English'
zh\t'Chinese (中文)'"
complete -c zhixing -n "__fish_zhixing_using_subcommand config; and not __fish_seen_subcommand_from explain path help" -s q -l quiet -d 'No hints and no progress on stderr; failures and warnings are told'
complete -c zhixing -n "__fish_zhixing_using_subcommand config; and not __fish_seen_subcommand_from explain path help" -s v -l verbose -d 'Log each call on stderr: whom, how long, how much, which codes, never a value; twice, what libraries say as well'
complete -c zhixing -n "__fish_zhixing_using_subcommand config; and not __fish_seen_subcommand_from explain path help" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c zhixing -n "__fish_zhixing_using_subcommand config; and not __fish_seen_subcommand_from explain path help" -s V -l version -d 'Print version'
complete -c zhixing -n "__fish_zhixing_using_subcommand config; and not __fish_seen_subcommand_from explain path help" -f -a "explain" -d 'Each documented value, where it comes from, secrets masked'
complete -c zhixing -n "__fish_zhixing_using_subcommand config; and not __fish_seen_subcommand_from explain path help" -f -a "path" -d 'Print where the config file is looked for'
complete -c zhixing -n "__fish_zhixing_using_subcommand config; and not __fish_seen_subcommand_from explain path help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c zhixing -n "__fish_zhixing_using_subcommand config; and __fish_seen_subcommand_from explain" -l format -d 'How the list is written' -r -f -a "table\t'For people'
json\t'One JSON document'"
complete -c zhixing -n "__fish_zhixing_using_subcommand config; and __fish_seen_subcommand_from explain" -l config -d 'The config file, else $ZHIXING_CONFIG, else zhixing/zhixing.toml in the user\'s config directory' -r -F
complete -c zhixing -n "__fish_zhixing_using_subcommand config; and __fish_seen_subcommand_from explain" -l profile -d 'The config file\'s profile, else $ZHIXING_PROFILE, else its default_profile, else default' -r
complete -c zhixing -n "__fish_zhixing_using_subcommand config; and __fish_seen_subcommand_from explain" -l lang -d 'The language for people, else that of LC_ALL, LC_MESSAGES or LANG; JSON and CSV never change' -r -f -a "en\t'English'
zh\t'Chinese (中文)'"
complete -c zhixing -n "__fish_zhixing_using_subcommand config; and __fish_seen_subcommand_from explain" -s q -l quiet -d 'No hints and no progress on stderr; failures and warnings are told'
complete -c zhixing -n "__fish_zhixing_using_subcommand config; and __fish_seen_subcommand_from explain" -s v -l verbose -d 'Log each call on stderr: whom, how long, how much, which codes, never a value; twice, what libraries say as well'
complete -c zhixing -n "__fish_zhixing_using_subcommand config; and __fish_seen_subcommand_from explain" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c zhixing -n "__fish_zhixing_using_subcommand config; and __fish_seen_subcommand_from explain" -s V -l version -d 'Print version'
complete -c zhixing -n "__fish_zhixing_using_subcommand config; and __fish_seen_subcommand_from path" -l config -d 'The config file, else $ZHIXING_CONFIG, else zhixing/zhixing.toml in the user\'s config directory' -r -F
complete -c zhixing -n "__fish_zhixing_using_subcommand config; and __fish_seen_subcommand_from path" -l profile -d 'The config file\'s profile, else $ZHIXING_PROFILE, else its default_profile, else default' -r
complete -c zhixing -n "__fish_zhixing_using_subcommand config; and __fish_seen_subcommand_from path" -l lang -d 'The language for people, else that of LC_ALL, LC_MESSAGES or LANG; JSON and CSV never change' -r -f -a "en\t'English'
zh\t'Chinese (中文)'"
complete -c zhixing -n "__fish_zhixing_using_subcommand config; and __fish_seen_subcommand_from path" -s q -l quiet -d 'No hints and no progress on stderr; failures and warnings are told'
complete -c zhixing -n "__fish_zhixing_using_subcommand config; and __fish_seen_subcommand_from path" -s v -l verbose -d 'Log each call on stderr: whom, how long, how much, which codes, never a value; twice, what libraries say as well'
complete -c zhixing -n "__fish_zhixing_using_subcommand config; and __fish_seen_subcommand_from path" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c zhixing -n "__fish_zhixing_using_subcommand config; and __fish_seen_subcommand_from path" -s V -l version -d 'Print version'
complete -c zhixing -n "__fish_zhixing_using_subcommand config; and __fish_seen_subcommand_from help" -f -a "explain" -d 'Each documented value, where it comes from, secrets masked'
complete -c zhixing -n "__fish_zhixing_using_subcommand config; and __fish_seen_subcommand_from help" -f -a "path" -d 'Print where the config file is looked for'
complete -c zhixing -n "__fish_zhixing_using_subcommand config; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c zhixing -n "__fish_zhixing_using_subcommand schema" -l config -d 'The config file, else $ZHIXING_CONFIG, else zhixing/zhixing.toml in the user\'s config directory' -r -F
complete -c zhixing -n "__fish_zhixing_using_subcommand schema" -l profile -d 'The config file\'s profile, else $ZHIXING_PROFILE, else its default_profile, else default' -r
complete -c zhixing -n "__fish_zhixing_using_subcommand schema" -l lang -d 'The language for people, else that of LC_ALL, LC_MESSAGES or LANG; JSON and CSV never change' -r -f -a "en\t'English'
zh\t'Chinese (中文)'"
complete -c zhixing -n "__fish_zhixing_using_subcommand schema" -s q -l quiet -d 'No hints and no progress on stderr; failures and warnings are told'
complete -c zhixing -n "__fish_zhixing_using_subcommand schema" -s v -l verbose -d 'Log each call on stderr: whom, how long, how much, which codes, never a value; twice, what libraries say as well'
complete -c zhixing -n "__fish_zhixing_using_subcommand schema" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c zhixing -n "__fish_zhixing_using_subcommand schema" -s V -l version -d 'Print version'
complete -c zhixing -n "__fish_zhixing_using_subcommand completions" -l config -d 'The config file, else $ZHIXING_CONFIG, else zhixing/zhixing.toml in the user\'s config directory' -r -F
complete -c zhixing -n "__fish_zhixing_using_subcommand completions" -l profile -d 'The config file\'s profile, else $ZHIXING_PROFILE, else its default_profile, else default' -r
complete -c zhixing -n "__fish_zhixing_using_subcommand completions" -l lang -d 'The language for people, else that of LC_ALL, LC_MESSAGES or LANG; JSON and CSV never change' -r -f -a "en\t'English'
zh\t'Chinese (中文)'"
complete -c zhixing -n "__fish_zhixing_using_subcommand completions" -s q -l quiet -d 'No hints and no progress on stderr; failures and warnings are told'
complete -c zhixing -n "__fish_zhixing_using_subcommand completions" -s v -l verbose -d 'Log each call on stderr: whom, how long, how much, which codes, never a value; twice, what libraries say as well'
complete -c zhixing -n "__fish_zhixing_using_subcommand completions" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c zhixing -n "__fish_zhixing_using_subcommand completions" -s V -l version -d 'Print version'
complete -c zhixing -n "__fish_zhixing_using_subcommand man" -l config -d 'The config file, else $ZHIXING_CONFIG, else zhixing/zhixing.toml in the user\'s config directory' -r -F
complete -c zhixing -n "__fish_zhixing_using_subcommand man" -l profile -d 'The config file\'s profile, else $ZHIXING_PROFILE, else its default_profile, else default' -r
complete -c zhixing -n "__fish_zhixing_using_subcommand man" -l lang -d 'The language for people, else that of LC_ALL, LC_MESSAGES or LANG; JSON and CSV never change' -r -f -a "en\t'English'
zh\t'Chinese (中文)'"
complete -c zhixing -n "__fish_zhixing_using_subcommand man" -s q -l quiet -d 'No hints and no progress on stderr; failures and warnings are told'
complete -c zhixing -n "__fish_zhixing_using_subcommand man" -s v -l verbose -d 'Log each call on stderr: whom, how long, how much, which codes, never a value; twice, what libraries say as well'
complete -c zhixing -n "__fish_zhixing_using_subcommand man" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c zhixing -n "__fish_zhixing_using_subcommand man" -s V -l version -d 'Print version'
complete -c zhixing -n "__fish_zhixing_using_subcommand help; and not __fish_seen_subcommand_from check call verify drift sandbox vendors doctor config schema completions man help" -f -a "check" -d 'Ask every configured vendor about one subject: one call per vendor and list'
complete -c zhixing -n "__fish_zhixing_using_subcommand help; and not __fish_seen_subcommand_from check call verify drift sandbox vendors doctor config schema completions man help" -f -a "call" -d 'Make one call'
complete -c zhixing -n "__fish_zhixing_using_subcommand help; and not __fish_seen_subcommand_from check call verify drift sandbox vendors doctor config schema completions man help" -f -a "verify" -d 'Check the signature of a saved reply'
complete -c zhixing -n "__fish_zhixing_using_subcommand help; and not __fish_seen_subcommand_from check call verify drift sandbox vendors doctor config schema completions man help" -f -a "drift" -d 'Compare stored replies with the schemas and propose the change that describes them; calls nobody'
complete -c zhixing -n "__fish_zhixing_using_subcommand help; and not __fish_seen_subcommand_from check call verify drift sandbox vendors doctor config schema completions man help" -f -a "sandbox" -d 'Serve the five vendors\' documented protocols on a port of this machine'
complete -c zhixing -n "__fish_zhixing_using_subcommand help; and not __fish_seen_subcommand_from check call verify drift sandbox vendors doctor config schema completions man help" -f -a "vendors" -d 'List the vendors, their operations and what they need'
complete -c zhixing -n "__fish_zhixing_using_subcommand help; and not __fish_seen_subcommand_from check call verify drift sandbox vendors doctor config schema completions man help" -f -a "doctor" -d 'Say what is configured, from where, and what looks wrong with it; calls nobody without --online'
complete -c zhixing -n "__fish_zhixing_using_subcommand help; and not __fish_seen_subcommand_from check call verify drift sandbox vendors doctor config schema completions man help" -f -a "config" -d 'The config file and the values that a call would use'
complete -c zhixing -n "__fish_zhixing_using_subcommand help; and not __fish_seen_subcommand_from check call verify drift sandbox vendors doctor config schema completions man help" -f -a "schema" -d 'Print the JSON Schema of what `check` writes'
complete -c zhixing -n "__fish_zhixing_using_subcommand help; and not __fish_seen_subcommand_from check call verify drift sandbox vendors doctor config schema completions man help" -f -a "completions" -d 'Print the completions for a shell'
complete -c zhixing -n "__fish_zhixing_using_subcommand help; and not __fish_seen_subcommand_from check call verify drift sandbox vendors doctor config schema completions man help" -f -a "man" -d 'Print the manual page, or write the pages of all commands into a folder'
complete -c zhixing -n "__fish_zhixing_using_subcommand help; and not __fish_seen_subcommand_from check call verify drift sandbox vendors doctor config schema completions man help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c zhixing -n "__fish_zhixing_using_subcommand help; and __fish_seen_subcommand_from config" -f -a "explain" -d 'Each documented value, where it comes from, secrets masked'
complete -c zhixing -n "__fish_zhixing_using_subcommand help; and __fish_seen_subcommand_from config" -f -a "path" -d 'Print where the config file is looked for'

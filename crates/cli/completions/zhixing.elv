
use builtin;
use str;

set edit:completion:arg-completer[zhixing] = {|@words|
    fn spaces {|n|
        builtin:repeat $n ' ' | str:join ''
    }
    fn cand {|text desc|
        edit:complex-candidate $text &display=$text' '(spaces (- 14 (wcswidth $text)))$desc
    }
    var command = 'zhixing'
    for word $words[1..-1] {
        if (str:has-prefix $word '-') {
            break
        }
        set command = $command';'$word
    }
    var completions = [
        &'zhixing'= {
            cand --config 'The config file, else $ZHIXING_CONFIG, else zhixing/zhixing.toml in the user''s config directory'
            cand --profile 'The config file''s profile, else $ZHIXING_PROFILE, else its default_profile, else default'
            cand --lang 'The language for people, else that of LC_ALL, LC_MESSAGES or LANG; JSON and CSV never change'
            cand -q 'No hints and no progress on stderr; failures and warnings are told'
            cand --quiet 'No hints and no progress on stderr; failures and warnings are told'
            cand -v 'Log each call on stderr: whom, how long, how much, which codes, never a value; twice, what libraries say as well'
            cand --verbose 'Log each call on stderr: whom, how long, how much, which codes, never a value; twice, what libraries say as well'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
            cand check 'Ask every configured vendor about one subject: one call per vendor and list'
            cand call 'Make one call'
            cand verify 'Check the signature of a saved reply'
            cand drift 'Compare stored replies with the schemas and propose the change that describes them; calls nobody'
            cand sandbox 'Serve the five vendors'' documented protocols on a port of this machine'
            cand vendors 'List the vendors, their operations and what they need'
            cand doctor 'Say what is configured, from where, and what looks wrong with it; calls nobody without --online'
            cand config 'The config file and the values that a call would use'
            cand schema 'Print the JSON Schema of what `check` writes'
            cand completions 'Print the completions for a shell'
            cand man 'Print the manual page, or write the pages of all commands into a folder'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'zhixing;check'= {
            cand --person 'A person at the subject, for products that ask about one'
            cand --id-number 'The subject''s identity number, for products that take one'
            cand --vendor 'Ask only these vendors, with commas between'
            cand --max-calls 'Make at most so many calls, repeated ones included; what does not fit is not sent; also by ZHIXING_MAX_CALLS'
            cand --format 'How the report is written'
            cand -o 'Write the report to this file, whole or not at all, for its owner''s eyes; - for standard output'
            cand --output 'Write the report to this file, whole or not at all, for its owner''s eyes; - for standard output'
            cand --config 'The config file, else $ZHIXING_CONFIG, else zhixing/zhixing.toml in the user''s config directory'
            cand --profile 'The config file''s profile, else $ZHIXING_PROFILE, else its default_profile, else default'
            cand --lang 'The language for people, else that of LC_ALL, LC_MESSAGES or LANG; JSON and CSV never change'
            cand --all 'Fetch every page, a call each, instead of the first one'
            cand --allow-plain-http-id 'Send an identity number even where nothing encrypts it; also by ZHIXING_ALLOW_PLAIN_HTTP_ID=1'
            cand --sandbox 'Answer from the sandbox: sample data, no account, no network'
            cand --dry-run 'Say which calls would be made, how many and to whom, and send nothing'
            cand --full 'Show long texts whole in the table'
            cand --bom 'Write the CSV for Excel: with a byte order mark, and lines that end with CRLF'
            cand -q 'No hints and no progress on stderr; failures and warnings are told'
            cand --quiet 'No hints and no progress on stderr; failures and warnings are told'
            cand -v 'Log each call on stderr: whom, how long, how much, which codes, never a value; twice, what libraries say as well'
            cand --verbose 'Log each call on stderr: whom, how long, how much, which codes, never a value; twice, what libraries say as well'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'zhixing;call'= {
            cand --at 'Sign the printed request at this instant (RFC 3339) instead of now'
            cand --config 'The config file, else $ZHIXING_CONFIG, else zhixing/zhixing.toml in the user''s config directory'
            cand --profile 'The config file''s profile, else $ZHIXING_PROFILE, else its default_profile, else default'
            cand --lang 'The language for people, else that of LC_ALL, LC_MESSAGES or LANG; JSON and CSV never change'
            cand --allow-plain-http-id 'Send an identity number even where nothing encrypts it; also by ZHIXING_ALLOW_PLAIN_HTTP_ID=1'
            cand --sandbox 'Answer from the sandbox: sample data, no account, no network'
            cand --raw 'Print the reply as it arrived, byte for byte'
            cand --print-request 'Print the request as JSON and send nothing'
            cand --reveal 'Print the request with its secrets'
            cand -q 'No hints and no progress on stderr; failures and warnings are told'
            cand --quiet 'No hints and no progress on stderr; failures and warnings are told'
            cand -v 'Log each call on stderr: whom, how long, how much, which codes, never a value; twice, what libraries say as well'
            cand --verbose 'Log each call on stderr: whom, how long, how much, which codes, never a value; twice, what libraries say as well'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'zhixing;verify'= {
            cand --config 'The config file, else $ZHIXING_CONFIG, else zhixing/zhixing.toml in the user''s config directory'
            cand --profile 'The config file''s profile, else $ZHIXING_PROFILE, else its default_profile, else default'
            cand --lang 'The language for people, else that of LC_ALL, LC_MESSAGES or LANG; JSON and CSV never change'
            cand --explain 'Print the text that is signed, the secret masked'
            cand -q 'No hints and no progress on stderr; failures and warnings are told'
            cand --quiet 'No hints and no progress on stderr; failures and warnings are told'
            cand -v 'Log each call on stderr: whom, how long, how much, which codes, never a value; twice, what libraries say as well'
            cand --verbose 'Log each call on stderr: whom, how long, how much, which codes, never a value; twice, what libraries say as well'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'zhixing;drift'= {
            cand --vendor 'Whose replies they are; else told by each file''s path, else by what a reply looks like'
            cand --operation 'To which of its operations they belong'
            cand --format 'How the drift is written'
            cand --patch 'Write the change of the schema as a JSON Patch (RFC 6902)'
            cand --config 'The config file, else $ZHIXING_CONFIG, else zhixing/zhixing.toml in the user''s config directory'
            cand --profile 'The config file''s profile, else $ZHIXING_PROFILE, else its default_profile, else default'
            cand --lang 'The language for people, else that of LC_ALL, LC_MESSAGES or LANG; JSON and CSV never change'
            cand --values 'Let short codes into the change as values of enumerations (never names, numbers of people, or words)'
            cand -q 'No hints and no progress on stderr; failures and warnings are told'
            cand --quiet 'No hints and no progress on stderr; failures and warnings are told'
            cand -v 'Log each call on stderr: whom, how long, how much, which codes, never a value; twice, what libraries say as well'
            cand --verbose 'Log each call on stderr: whom, how long, how much, which codes, never a value; twice, what libraries say as well'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'zhixing;sandbox'= {
            cand --port 'The port on 127.0.0.1; 0 takes a free one'
            cand --scenario 'What the sandbox does besides answering well: accounts that run out, faults, forced answers (docs/sandbox.md)'
            cand --config 'The config file, else $ZHIXING_CONFIG, else zhixing/zhixing.toml in the user''s config directory'
            cand --profile 'The config file''s profile, else $ZHIXING_PROFILE, else its default_profile, else default'
            cand --lang 'The language for people, else that of LC_ALL, LC_MESSAGES or LANG; JSON and CSV never change'
            cand -q 'No hints and no progress on stderr; failures and warnings are told'
            cand --quiet 'No hints and no progress on stderr; failures and warnings are told'
            cand -v 'Log each call on stderr: whom, how long, how much, which codes, never a value; twice, what libraries say as well'
            cand --verbose 'Log each call on stderr: whom, how long, how much, which codes, never a value; twice, what libraries say as well'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'zhixing;vendors'= {
            cand --format 'How the list is written'
            cand --config 'The config file, else $ZHIXING_CONFIG, else zhixing/zhixing.toml in the user''s config directory'
            cand --profile 'The config file''s profile, else $ZHIXING_PROFILE, else its default_profile, else default'
            cand --lang 'The language for people, else that of LC_ALL, LC_MESSAGES or LANG; JSON and CSV never change'
            cand -q 'No hints and no progress on stderr; failures and warnings are told'
            cand --quiet 'No hints and no progress on stderr; failures and warnings are told'
            cand -v 'Log each call on stderr: whom, how long, how much, which codes, never a value; twice, what libraries say as well'
            cand --verbose 'Log each call on stderr: whom, how long, how much, which codes, never a value; twice, what libraries say as well'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'zhixing;doctor'= {
            cand --format 'How the findings are written'
            cand --config 'The config file, else $ZHIXING_CONFIG, else zhixing/zhixing.toml in the user''s config directory'
            cand --profile 'The config file''s profile, else $ZHIXING_PROFILE, else its default_profile, else default'
            cand --lang 'The language for people, else that of LC_ALL, LC_MESSAGES or LANG; JSON and CSV never change'
            cand --online 'Ask each configured host for its / over the network: no product, no credential, no cost'
            cand -q 'No hints and no progress on stderr; failures and warnings are told'
            cand --quiet 'No hints and no progress on stderr; failures and warnings are told'
            cand -v 'Log each call on stderr: whom, how long, how much, which codes, never a value; twice, what libraries say as well'
            cand --verbose 'Log each call on stderr: whom, how long, how much, which codes, never a value; twice, what libraries say as well'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'zhixing;config'= {
            cand --config 'The config file, else $ZHIXING_CONFIG, else zhixing/zhixing.toml in the user''s config directory'
            cand --profile 'The config file''s profile, else $ZHIXING_PROFILE, else its default_profile, else default'
            cand --lang 'The language for people, else that of LC_ALL, LC_MESSAGES or LANG; JSON and CSV never change'
            cand -q 'No hints and no progress on stderr; failures and warnings are told'
            cand --quiet 'No hints and no progress on stderr; failures and warnings are told'
            cand -v 'Log each call on stderr: whom, how long, how much, which codes, never a value; twice, what libraries say as well'
            cand --verbose 'Log each call on stderr: whom, how long, how much, which codes, never a value; twice, what libraries say as well'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
            cand explain 'Each documented value, where it comes from, secrets masked'
            cand path 'Print where the config file is looked for'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'zhixing;config;explain'= {
            cand --format 'How the list is written'
            cand --config 'The config file, else $ZHIXING_CONFIG, else zhixing/zhixing.toml in the user''s config directory'
            cand --profile 'The config file''s profile, else $ZHIXING_PROFILE, else its default_profile, else default'
            cand --lang 'The language for people, else that of LC_ALL, LC_MESSAGES or LANG; JSON and CSV never change'
            cand -q 'No hints and no progress on stderr; failures and warnings are told'
            cand --quiet 'No hints and no progress on stderr; failures and warnings are told'
            cand -v 'Log each call on stderr: whom, how long, how much, which codes, never a value; twice, what libraries say as well'
            cand --verbose 'Log each call on stderr: whom, how long, how much, which codes, never a value; twice, what libraries say as well'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'zhixing;config;path'= {
            cand --config 'The config file, else $ZHIXING_CONFIG, else zhixing/zhixing.toml in the user''s config directory'
            cand --profile 'The config file''s profile, else $ZHIXING_PROFILE, else its default_profile, else default'
            cand --lang 'The language for people, else that of LC_ALL, LC_MESSAGES or LANG; JSON and CSV never change'
            cand -q 'No hints and no progress on stderr; failures and warnings are told'
            cand --quiet 'No hints and no progress on stderr; failures and warnings are told'
            cand -v 'Log each call on stderr: whom, how long, how much, which codes, never a value; twice, what libraries say as well'
            cand --verbose 'Log each call on stderr: whom, how long, how much, which codes, never a value; twice, what libraries say as well'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'zhixing;config;help'= {
            cand explain 'Each documented value, where it comes from, secrets masked'
            cand path 'Print where the config file is looked for'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'zhixing;config;help;explain'= {
        }
        &'zhixing;config;help;path'= {
        }
        &'zhixing;config;help;help'= {
        }
        &'zhixing;schema'= {
            cand --config 'The config file, else $ZHIXING_CONFIG, else zhixing/zhixing.toml in the user''s config directory'
            cand --profile 'The config file''s profile, else $ZHIXING_PROFILE, else its default_profile, else default'
            cand --lang 'The language for people, else that of LC_ALL, LC_MESSAGES or LANG; JSON and CSV never change'
            cand -q 'No hints and no progress on stderr; failures and warnings are told'
            cand --quiet 'No hints and no progress on stderr; failures and warnings are told'
            cand -v 'Log each call on stderr: whom, how long, how much, which codes, never a value; twice, what libraries say as well'
            cand --verbose 'Log each call on stderr: whom, how long, how much, which codes, never a value; twice, what libraries say as well'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'zhixing;completions'= {
            cand --config 'The config file, else $ZHIXING_CONFIG, else zhixing/zhixing.toml in the user''s config directory'
            cand --profile 'The config file''s profile, else $ZHIXING_PROFILE, else its default_profile, else default'
            cand --lang 'The language for people, else that of LC_ALL, LC_MESSAGES or LANG; JSON and CSV never change'
            cand -q 'No hints and no progress on stderr; failures and warnings are told'
            cand --quiet 'No hints and no progress on stderr; failures and warnings are told'
            cand -v 'Log each call on stderr: whom, how long, how much, which codes, never a value; twice, what libraries say as well'
            cand --verbose 'Log each call on stderr: whom, how long, how much, which codes, never a value; twice, what libraries say as well'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'zhixing;man'= {
            cand --config 'The config file, else $ZHIXING_CONFIG, else zhixing/zhixing.toml in the user''s config directory'
            cand --profile 'The config file''s profile, else $ZHIXING_PROFILE, else its default_profile, else default'
            cand --lang 'The language for people, else that of LC_ALL, LC_MESSAGES or LANG; JSON and CSV never change'
            cand -q 'No hints and no progress on stderr; failures and warnings are told'
            cand --quiet 'No hints and no progress on stderr; failures and warnings are told'
            cand -v 'Log each call on stderr: whom, how long, how much, which codes, never a value; twice, what libraries say as well'
            cand --verbose 'Log each call on stderr: whom, how long, how much, which codes, never a value; twice, what libraries say as well'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'zhixing;help'= {
            cand check 'Ask every configured vendor about one subject: one call per vendor and list'
            cand call 'Make one call'
            cand verify 'Check the signature of a saved reply'
            cand drift 'Compare stored replies with the schemas and propose the change that describes them; calls nobody'
            cand sandbox 'Serve the five vendors'' documented protocols on a port of this machine'
            cand vendors 'List the vendors, their operations and what they need'
            cand doctor 'Say what is configured, from where, and what looks wrong with it; calls nobody without --online'
            cand config 'The config file and the values that a call would use'
            cand schema 'Print the JSON Schema of what `check` writes'
            cand completions 'Print the completions for a shell'
            cand man 'Print the manual page, or write the pages of all commands into a folder'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'zhixing;help;check'= {
        }
        &'zhixing;help;call'= {
        }
        &'zhixing;help;verify'= {
        }
        &'zhixing;help;drift'= {
        }
        &'zhixing;help;sandbox'= {
        }
        &'zhixing;help;vendors'= {
        }
        &'zhixing;help;doctor'= {
        }
        &'zhixing;help;config'= {
            cand explain 'Each documented value, where it comes from, secrets masked'
            cand path 'Print where the config file is looked for'
        }
        &'zhixing;help;config;explain'= {
        }
        &'zhixing;help;config;path'= {
        }
        &'zhixing;help;schema'= {
        }
        &'zhixing;help;completions'= {
        }
        &'zhixing;help;man'= {
        }
        &'zhixing;help;help'= {
        }
    ]
    $completions[$command]
}


using namespace System.Management.Automation
using namespace System.Management.Automation.Language

Register-ArgumentCompleter -Native -CommandName 'zhixing' -ScriptBlock {
    param($wordToComplete, $commandAst, $cursorPosition)

    $commandElements = $commandAst.CommandElements
    $command = @(
        'zhixing'
        for ($i = 1; $i -lt $commandElements.Count; $i++) {
            $element = $commandElements[$i]
            if ($element -isnot [StringConstantExpressionAst] -or
                $element.StringConstantType -ne [StringConstantType]::BareWord -or
                $element.Value.StartsWith('-') -or
                $element.Value -eq $wordToComplete) {
                break
        }
        $element.Value
    }) -join ';'

    $completions = @(switch ($command) {
        'zhixing' {
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The config file, else $ZHIXING_CONFIG, else zhixing/zhixing.toml in the user''s config directory')
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'The config file''s profile, else $ZHIXING_PROFILE, else its default_profile, else default')
            [CompletionResult]::new('--lang', '--lang', [CompletionResultType]::ParameterName, 'The language for people, else that of LC_ALL, LC_MESSAGES or LANG; JSON and CSV never change')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'No hints and no progress on stderr; failures and warnings are told')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'No hints and no progress on stderr; failures and warnings are told')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log each call on stderr: whom, how long, how much, which codes, never a value; twice, what libraries say as well')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log each call on stderr: whom, how long, how much, which codes, never a value; twice, what libraries say as well')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('check', 'check', [CompletionResultType]::ParameterValue, 'Ask every configured vendor about one subject: one call per vendor and list')
            [CompletionResult]::new('call', 'call', [CompletionResultType]::ParameterValue, 'Make one call')
            [CompletionResult]::new('verify', 'verify', [CompletionResultType]::ParameterValue, 'Check the signature of a saved reply')
            [CompletionResult]::new('drift', 'drift', [CompletionResultType]::ParameterValue, 'Compare stored replies with the schemas and propose the change that describes them; calls nobody')
            [CompletionResult]::new('sandbox', 'sandbox', [CompletionResultType]::ParameterValue, 'Serve the five vendors'' documented protocols on a port of this machine')
            [CompletionResult]::new('vendors', 'vendors', [CompletionResultType]::ParameterValue, 'List the vendors, their operations and what they need')
            [CompletionResult]::new('doctor', 'doctor', [CompletionResultType]::ParameterValue, 'Say what is configured, from where, and what looks wrong with it; calls nobody without --online')
            [CompletionResult]::new('config', 'config', [CompletionResultType]::ParameterValue, 'The config file and the values that a call would use')
            [CompletionResult]::new('schema', 'schema', [CompletionResultType]::ParameterValue, 'Print the JSON Schema of what `check` writes')
            [CompletionResult]::new('completions', 'completions', [CompletionResultType]::ParameterValue, 'Print the completions for a shell')
            [CompletionResult]::new('man', 'man', [CompletionResultType]::ParameterValue, 'Print the manual page, or write the pages of all commands into a folder')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'zhixing;check' {
            [CompletionResult]::new('--person', '--person', [CompletionResultType]::ParameterName, 'A person at the subject, for products that ask about one')
            [CompletionResult]::new('--id-number', '--id-number', [CompletionResultType]::ParameterName, 'The subject''s identity number, for products that take one')
            [CompletionResult]::new('--vendor', '--vendor', [CompletionResultType]::ParameterName, 'Ask only these vendors, with commas between')
            [CompletionResult]::new('--max-calls', '--max-calls', [CompletionResultType]::ParameterName, 'Make at most so many calls, repeated ones included; what does not fit is not sent; also by ZHIXING_MAX_CALLS')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How the report is written')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Write the report to this file, whole or not at all, for its owner''s eyes; - for standard output')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Write the report to this file, whole or not at all, for its owner''s eyes; - for standard output')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The config file, else $ZHIXING_CONFIG, else zhixing/zhixing.toml in the user''s config directory')
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'The config file''s profile, else $ZHIXING_PROFILE, else its default_profile, else default')
            [CompletionResult]::new('--lang', '--lang', [CompletionResultType]::ParameterName, 'The language for people, else that of LC_ALL, LC_MESSAGES or LANG; JSON and CSV never change')
            [CompletionResult]::new('--all', '--all', [CompletionResultType]::ParameterName, 'Fetch every page, a call each, instead of the first one')
            [CompletionResult]::new('--allow-plain-http-id', '--allow-plain-http-id', [CompletionResultType]::ParameterName, 'Send an identity number even where nothing encrypts it; also by ZHIXING_ALLOW_PLAIN_HTTP_ID=1')
            [CompletionResult]::new('--sandbox', '--sandbox', [CompletionResultType]::ParameterName, 'Answer from the sandbox: sample data, no account, no network')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Say which calls would be made, how many and to whom, and send nothing')
            [CompletionResult]::new('--full', '--full', [CompletionResultType]::ParameterName, 'Show long texts whole in the table')
            [CompletionResult]::new('--bom', '--bom', [CompletionResultType]::ParameterName, 'Write the CSV for Excel: with a byte order mark, and lines that end with CRLF')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'No hints and no progress on stderr; failures and warnings are told')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'No hints and no progress on stderr; failures and warnings are told')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log each call on stderr: whom, how long, how much, which codes, never a value; twice, what libraries say as well')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log each call on stderr: whom, how long, how much, which codes, never a value; twice, what libraries say as well')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'zhixing;call' {
            [CompletionResult]::new('--at', '--at', [CompletionResultType]::ParameterName, 'Sign the printed request at this instant (RFC 3339) instead of now')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The config file, else $ZHIXING_CONFIG, else zhixing/zhixing.toml in the user''s config directory')
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'The config file''s profile, else $ZHIXING_PROFILE, else its default_profile, else default')
            [CompletionResult]::new('--lang', '--lang', [CompletionResultType]::ParameterName, 'The language for people, else that of LC_ALL, LC_MESSAGES or LANG; JSON and CSV never change')
            [CompletionResult]::new('--allow-plain-http-id', '--allow-plain-http-id', [CompletionResultType]::ParameterName, 'Send an identity number even where nothing encrypts it; also by ZHIXING_ALLOW_PLAIN_HTTP_ID=1')
            [CompletionResult]::new('--sandbox', '--sandbox', [CompletionResultType]::ParameterName, 'Answer from the sandbox: sample data, no account, no network')
            [CompletionResult]::new('--raw', '--raw', [CompletionResultType]::ParameterName, 'Print the reply as it arrived, byte for byte')
            [CompletionResult]::new('--print-request', '--print-request', [CompletionResultType]::ParameterName, 'Print the request as JSON and send nothing')
            [CompletionResult]::new('--reveal', '--reveal', [CompletionResultType]::ParameterName, 'Print the request with its secrets')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'No hints and no progress on stderr; failures and warnings are told')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'No hints and no progress on stderr; failures and warnings are told')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log each call on stderr: whom, how long, how much, which codes, never a value; twice, what libraries say as well')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log each call on stderr: whom, how long, how much, which codes, never a value; twice, what libraries say as well')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'zhixing;verify' {
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The config file, else $ZHIXING_CONFIG, else zhixing/zhixing.toml in the user''s config directory')
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'The config file''s profile, else $ZHIXING_PROFILE, else its default_profile, else default')
            [CompletionResult]::new('--lang', '--lang', [CompletionResultType]::ParameterName, 'The language for people, else that of LC_ALL, LC_MESSAGES or LANG; JSON and CSV never change')
            [CompletionResult]::new('--explain', '--explain', [CompletionResultType]::ParameterName, 'Print the text that is signed, the secret masked')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'No hints and no progress on stderr; failures and warnings are told')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'No hints and no progress on stderr; failures and warnings are told')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log each call on stderr: whom, how long, how much, which codes, never a value; twice, what libraries say as well')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log each call on stderr: whom, how long, how much, which codes, never a value; twice, what libraries say as well')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'zhixing;drift' {
            [CompletionResult]::new('--vendor', '--vendor', [CompletionResultType]::ParameterName, 'Whose replies they are; else told by each file''s path, else by what a reply looks like')
            [CompletionResult]::new('--operation', '--operation', [CompletionResultType]::ParameterName, 'To which of its operations they belong')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How the drift is written')
            [CompletionResult]::new('--patch', '--patch', [CompletionResultType]::ParameterName, 'Write the change of the schema as a JSON Patch (RFC 6902)')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The config file, else $ZHIXING_CONFIG, else zhixing/zhixing.toml in the user''s config directory')
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'The config file''s profile, else $ZHIXING_PROFILE, else its default_profile, else default')
            [CompletionResult]::new('--lang', '--lang', [CompletionResultType]::ParameterName, 'The language for people, else that of LC_ALL, LC_MESSAGES or LANG; JSON and CSV never change')
            [CompletionResult]::new('--values', '--values', [CompletionResultType]::ParameterName, 'Let short codes into the change as values of enumerations (never names, numbers of people, or words)')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'No hints and no progress on stderr; failures and warnings are told')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'No hints and no progress on stderr; failures and warnings are told')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log each call on stderr: whom, how long, how much, which codes, never a value; twice, what libraries say as well')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log each call on stderr: whom, how long, how much, which codes, never a value; twice, what libraries say as well')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'zhixing;sandbox' {
            [CompletionResult]::new('--port', '--port', [CompletionResultType]::ParameterName, 'The port on 127.0.0.1; 0 takes a free one')
            [CompletionResult]::new('--scenario', '--scenario', [CompletionResultType]::ParameterName, 'What the sandbox does besides answering well: accounts that run out, faults, forced answers (docs/sandbox.md)')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The config file, else $ZHIXING_CONFIG, else zhixing/zhixing.toml in the user''s config directory')
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'The config file''s profile, else $ZHIXING_PROFILE, else its default_profile, else default')
            [CompletionResult]::new('--lang', '--lang', [CompletionResultType]::ParameterName, 'The language for people, else that of LC_ALL, LC_MESSAGES or LANG; JSON and CSV never change')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'No hints and no progress on stderr; failures and warnings are told')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'No hints and no progress on stderr; failures and warnings are told')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log each call on stderr: whom, how long, how much, which codes, never a value; twice, what libraries say as well')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log each call on stderr: whom, how long, how much, which codes, never a value; twice, what libraries say as well')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'zhixing;vendors' {
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How the list is written')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The config file, else $ZHIXING_CONFIG, else zhixing/zhixing.toml in the user''s config directory')
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'The config file''s profile, else $ZHIXING_PROFILE, else its default_profile, else default')
            [CompletionResult]::new('--lang', '--lang', [CompletionResultType]::ParameterName, 'The language for people, else that of LC_ALL, LC_MESSAGES or LANG; JSON and CSV never change')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'No hints and no progress on stderr; failures and warnings are told')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'No hints and no progress on stderr; failures and warnings are told')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log each call on stderr: whom, how long, how much, which codes, never a value; twice, what libraries say as well')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log each call on stderr: whom, how long, how much, which codes, never a value; twice, what libraries say as well')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'zhixing;doctor' {
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How the findings are written')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The config file, else $ZHIXING_CONFIG, else zhixing/zhixing.toml in the user''s config directory')
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'The config file''s profile, else $ZHIXING_PROFILE, else its default_profile, else default')
            [CompletionResult]::new('--lang', '--lang', [CompletionResultType]::ParameterName, 'The language for people, else that of LC_ALL, LC_MESSAGES or LANG; JSON and CSV never change')
            [CompletionResult]::new('--online', '--online', [CompletionResultType]::ParameterName, 'Ask each configured host for its / over the network: no product, no credential, no cost')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'No hints and no progress on stderr; failures and warnings are told')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'No hints and no progress on stderr; failures and warnings are told')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log each call on stderr: whom, how long, how much, which codes, never a value; twice, what libraries say as well')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log each call on stderr: whom, how long, how much, which codes, never a value; twice, what libraries say as well')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'zhixing;config' {
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The config file, else $ZHIXING_CONFIG, else zhixing/zhixing.toml in the user''s config directory')
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'The config file''s profile, else $ZHIXING_PROFILE, else its default_profile, else default')
            [CompletionResult]::new('--lang', '--lang', [CompletionResultType]::ParameterName, 'The language for people, else that of LC_ALL, LC_MESSAGES or LANG; JSON and CSV never change')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'No hints and no progress on stderr; failures and warnings are told')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'No hints and no progress on stderr; failures and warnings are told')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log each call on stderr: whom, how long, how much, which codes, never a value; twice, what libraries say as well')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log each call on stderr: whom, how long, how much, which codes, never a value; twice, what libraries say as well')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('explain', 'explain', [CompletionResultType]::ParameterValue, 'Each documented value, where it comes from, secrets masked')
            [CompletionResult]::new('path', 'path', [CompletionResultType]::ParameterValue, 'Print where the config file is looked for')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'zhixing;config;explain' {
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How the list is written')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The config file, else $ZHIXING_CONFIG, else zhixing/zhixing.toml in the user''s config directory')
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'The config file''s profile, else $ZHIXING_PROFILE, else its default_profile, else default')
            [CompletionResult]::new('--lang', '--lang', [CompletionResultType]::ParameterName, 'The language for people, else that of LC_ALL, LC_MESSAGES or LANG; JSON and CSV never change')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'No hints and no progress on stderr; failures and warnings are told')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'No hints and no progress on stderr; failures and warnings are told')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log each call on stderr: whom, how long, how much, which codes, never a value; twice, what libraries say as well')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log each call on stderr: whom, how long, how much, which codes, never a value; twice, what libraries say as well')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'zhixing;config;path' {
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The config file, else $ZHIXING_CONFIG, else zhixing/zhixing.toml in the user''s config directory')
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'The config file''s profile, else $ZHIXING_PROFILE, else its default_profile, else default')
            [CompletionResult]::new('--lang', '--lang', [CompletionResultType]::ParameterName, 'The language for people, else that of LC_ALL, LC_MESSAGES or LANG; JSON and CSV never change')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'No hints and no progress on stderr; failures and warnings are told')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'No hints and no progress on stderr; failures and warnings are told')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log each call on stderr: whom, how long, how much, which codes, never a value; twice, what libraries say as well')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log each call on stderr: whom, how long, how much, which codes, never a value; twice, what libraries say as well')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'zhixing;config;help' {
            [CompletionResult]::new('explain', 'explain', [CompletionResultType]::ParameterValue, 'Each documented value, where it comes from, secrets masked')
            [CompletionResult]::new('path', 'path', [CompletionResultType]::ParameterValue, 'Print where the config file is looked for')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'zhixing;config;help;explain' {
            break
        }
        'zhixing;config;help;path' {
            break
        }
        'zhixing;config;help;help' {
            break
        }
        'zhixing;schema' {
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The config file, else $ZHIXING_CONFIG, else zhixing/zhixing.toml in the user''s config directory')
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'The config file''s profile, else $ZHIXING_PROFILE, else its default_profile, else default')
            [CompletionResult]::new('--lang', '--lang', [CompletionResultType]::ParameterName, 'The language for people, else that of LC_ALL, LC_MESSAGES or LANG; JSON and CSV never change')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'No hints and no progress on stderr; failures and warnings are told')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'No hints and no progress on stderr; failures and warnings are told')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log each call on stderr: whom, how long, how much, which codes, never a value; twice, what libraries say as well')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log each call on stderr: whom, how long, how much, which codes, never a value; twice, what libraries say as well')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'zhixing;completions' {
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The config file, else $ZHIXING_CONFIG, else zhixing/zhixing.toml in the user''s config directory')
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'The config file''s profile, else $ZHIXING_PROFILE, else its default_profile, else default')
            [CompletionResult]::new('--lang', '--lang', [CompletionResultType]::ParameterName, 'The language for people, else that of LC_ALL, LC_MESSAGES or LANG; JSON and CSV never change')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'No hints and no progress on stderr; failures and warnings are told')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'No hints and no progress on stderr; failures and warnings are told')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log each call on stderr: whom, how long, how much, which codes, never a value; twice, what libraries say as well')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log each call on stderr: whom, how long, how much, which codes, never a value; twice, what libraries say as well')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'zhixing;man' {
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'The config file, else $ZHIXING_CONFIG, else zhixing/zhixing.toml in the user''s config directory')
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'The config file''s profile, else $ZHIXING_PROFILE, else its default_profile, else default')
            [CompletionResult]::new('--lang', '--lang', [CompletionResultType]::ParameterName, 'The language for people, else that of LC_ALL, LC_MESSAGES or LANG; JSON and CSV never change')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'No hints and no progress on stderr; failures and warnings are told')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'No hints and no progress on stderr; failures and warnings are told')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Log each call on stderr: whom, how long, how much, which codes, never a value; twice, what libraries say as well')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Log each call on stderr: whom, how long, how much, which codes, never a value; twice, what libraries say as well')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'zhixing;help' {
            [CompletionResult]::new('check', 'check', [CompletionResultType]::ParameterValue, 'Ask every configured vendor about one subject: one call per vendor and list')
            [CompletionResult]::new('call', 'call', [CompletionResultType]::ParameterValue, 'Make one call')
            [CompletionResult]::new('verify', 'verify', [CompletionResultType]::ParameterValue, 'Check the signature of a saved reply')
            [CompletionResult]::new('drift', 'drift', [CompletionResultType]::ParameterValue, 'Compare stored replies with the schemas and propose the change that describes them; calls nobody')
            [CompletionResult]::new('sandbox', 'sandbox', [CompletionResultType]::ParameterValue, 'Serve the five vendors'' documented protocols on a port of this machine')
            [CompletionResult]::new('vendors', 'vendors', [CompletionResultType]::ParameterValue, 'List the vendors, their operations and what they need')
            [CompletionResult]::new('doctor', 'doctor', [CompletionResultType]::ParameterValue, 'Say what is configured, from where, and what looks wrong with it; calls nobody without --online')
            [CompletionResult]::new('config', 'config', [CompletionResultType]::ParameterValue, 'The config file and the values that a call would use')
            [CompletionResult]::new('schema', 'schema', [CompletionResultType]::ParameterValue, 'Print the JSON Schema of what `check` writes')
            [CompletionResult]::new('completions', 'completions', [CompletionResultType]::ParameterValue, 'Print the completions for a shell')
            [CompletionResult]::new('man', 'man', [CompletionResultType]::ParameterValue, 'Print the manual page, or write the pages of all commands into a folder')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'zhixing;help;check' {
            break
        }
        'zhixing;help;call' {
            break
        }
        'zhixing;help;verify' {
            break
        }
        'zhixing;help;drift' {
            break
        }
        'zhixing;help;sandbox' {
            break
        }
        'zhixing;help;vendors' {
            break
        }
        'zhixing;help;doctor' {
            break
        }
        'zhixing;help;config' {
            [CompletionResult]::new('explain', 'explain', [CompletionResultType]::ParameterValue, 'Each documented value, where it comes from, secrets masked')
            [CompletionResult]::new('path', 'path', [CompletionResultType]::ParameterValue, 'Print where the config file is looked for')
            break
        }
        'zhixing;help;config;explain' {
            break
        }
        'zhixing;help;config;path' {
            break
        }
        'zhixing;help;schema' {
            break
        }
        'zhixing;help;completions' {
            break
        }
        'zhixing;help;man' {
            break
        }
        'zhixing;help;help' {
            break
        }
    })

    $completions.Where{ $_.CompletionText -like "$wordToComplete*" } |
        Sort-Object -Property ListItemText
}

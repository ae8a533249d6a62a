#include "cli/options.h"
#include "yaml/schema.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct option {
    char letter;
    const char *word;
    const char *value; /* what it takes, for --help; NULL: nothing */
    const char *about;
};

static const struct option table[] = {
    {'d', "data", "DIR", "the folder of the data; ./data when left out"},
    {'O', "out", "DIR", "where the PDFs go; ./out when left out"},
    {'o', "output", "FILE", "the file of a single document; - is standard output"},
    {'l', "lang", "LANG", "only this language"},
    {'t', "theme", "THEME", "name or file of another theme"},
    {'j', "jobs", "N", "threads; as many as there are cores when left out"},
    {'D', "dump", "WHAT", "print doc, pages or lines as text instead of writing PDF"},
    {'J', "json", "KIND", "with fields: the JSON Schema of a kind of file"},
    {'T', "timings", NULL, "print how long each stage took"},
    {'q', "quiet", NULL, "no progress line"},
    {'V', "version", NULL, "print the version"},
    {'h', "help", NULL, "print this"},
};
enum { OPTIONS = sizeof table / sizeof *table };

static const char *const commands[] = {"print", "bulletin", "directory",
                                       "build", "check",    "fields"};
enum { COMMANDS = sizeof commands / sizeof *commands };

static const char usage[] =
    "usage: attache COMMAND [OPTION]... [ID or FILE]...\n\n"
    "  print      print versions of releases; all of them when none is named\n"
    "  bulletin   bulletins, in all their languages\n"
    "  directory  directories of missions, in all their languages\n"
    "  build      everything below the data folder\n"
    "  check      read everything, report all faults, write nothing\n"
    "  fields     the reference of all fields of the data\n\n";

static void print_help(void) {
    fputs(usage, stdout);
    for (int i = 0; i < OPTIONS; i++) {
        char word[40];
        snprintf(word, sizeof word, "--%s%s%s", table[i].word, table[i].value ? " " : "",
                 table[i].value ? table[i].value : "");
        printf("  -%c, %-16s %s\n", table[i].letter, word, table[i].about);
    }
    fputs("\nExit: 0 done, 1 the data are at fault, 2 wrong usage.\n", stdout);
}

/* ---- faults of usage ---- */

static bool usage_fault(int *status, const char *what, const char *word, const char *nearest) {
    fprintf(stderr, "attache: %s `%s`", what, word);
    if (nearest)
        fprintf(stderr, "; did you mean `%s`?", nearest);
    fputs("\nTry `attache --help`.\n", stderr);
    *status = EXIT_USAGE;
    return false;
}

static const char *nearest_option(const char *word) {
    const char *words[OPTIONS];
    for (int i = 0; i < OPTIONS; i++)
        words[i] = table[i].word;
    return schema_nearest(str_from(word), words, OPTIONS);
}

/* ---- values ---- */

static bool read_jobs(struct options *options, const char *value) {
    char *end;
    errno = 0;
    long jobs = strtol(value, &end, 10);
    if (errno || *end || end == value || jobs < 1 || jobs > 1024)
        return false;
    options->jobs = (unsigned)jobs;
    return true;
}

static bool read_dump(struct options *options, const char *value) {
    static const char *const words[] = {"", "doc", "pages", "lines"};
    for (int i = 1; i < 4; i++)
        if (strcmp(value, words[i]) == 0) {
            options->dump = (enum dump)i;
            return true;
        }
    return false;
}

/* False when the value is not one the option takes. */
static bool apply(struct options *options, char letter, const char *value) {
    switch (letter) {
    case 'd':
        options->data = value;
        return true;
    case 'O':
        options->out = value;
        return true;
    case 'o':
        options->output = value;
        return true;
    case 'l':
        options->language = value;
        return true;
    case 't':
        options->theme = value;
        return true;
    case 'J':
        options->schema = value;
        return true;
    case 'j':
        return read_jobs(options, value);
    case 'D':
        return read_dump(options, value);
    case 'T':
        options->timings = true;
        return true;
    case 'q':
        options->quiet = true;
        return true;
    default:
        return true;
    }
}

/* ---- words ---- */

struct reader {
    struct options *options;
    char **words;
    int count, at;
    int *status;
};

static bool is_last_word(char letter) {
    return letter == 'h' || letter == 'V';
}

static bool finish(struct reader *reader, char letter) {
    if (letter == 'h')
        print_help();
    else
        printf("attache %s\n", ATTACHE_VERSION);
    *reader->status = EXIT_DONE;
    return false;
}

/* The option with its value, which is `attached` or the next word. */
static bool take(struct reader *reader, const struct option *option, const char *attached) {
    if (is_last_word(option->letter))
        return finish(reader, option->letter);
    const char *value = attached;
    if (!option->value && attached)
        return usage_fault(reader->status, "this takes no value:", option->word, NULL);
    if (option->value && !value) {
        if (reader->at == reader->count)
            return usage_fault(reader->status, "a value is missing after", option->word, NULL);
        value = reader->words[reader->at++];
    }
    if (!apply(reader->options, option->letter, value))
        return usage_fault(reader->status, "this value does not fit:", value, NULL);
    return true;
}

static bool read_long(struct reader *reader, const char *word) {
    const char *equals = strchr(word, '=');
    size_t length = equals ? (size_t)(equals - word) : strlen(word);
    for (int i = 0; i < OPTIONS; i++)
        if (strlen(table[i].word) == length && strncmp(table[i].word, word, length) == 0)
            return take(reader, &table[i], equals ? equals + 1 : NULL);
    return usage_fault(reader->status, "there is no option", word, nearest_option(word));
}

/* "-qo file", "-ofile". */
static bool read_letters(struct reader *reader, const char *letters) {
    for (; *letters; letters++) {
        int i = 0;
        while (i < OPTIONS && table[i].letter != *letters)
            i++;
        if (i == OPTIONS)
            return usage_fault(reader->status, "there is no option", letters, NULL);
        bool rest = table[i].value && letters[1];
        if (!take(reader, &table[i], rest ? letters + 1 : NULL))
            return false;
        if (rest)
            return true;
    }
    return true;
}

static bool read_command(struct reader *reader, const char *word) {
    for (int i = 0; i < COMMANDS; i++)
        if (strcmp(word, commands[i]) == 0) {
            reader->options->command = (enum command)(i + 1);
            return true;
        }
    return usage_fault(reader->status, "there is no command", word,
                       schema_nearest(str_from(word), commands, COMMANDS));
}

static bool read_word(struct reader *reader, bool *plain) {
    struct options *options = reader->options;
    const char *word = reader->words[reader->at++];
    if (!*plain && strcmp(word, "--") == 0) {
        *plain = true;
        return true;
    }
    if (!*plain && word[0] == '-' && word[1] == '-')
        return read_long(reader, word + 2);
    if (!*plain && word[0] == '-' && word[1])
        return read_letters(reader, word + 1);
    if (options->command == COMMAND_NONE)
        return read_command(reader, word);
    options->arguments[options->argument_count++] = word;
    return true;
}

static void read_epoch(struct options *options) {
    const char *epoch = getenv("SOURCE_DATE_EPOCH");
    char *end;
    options->created = -1;
    if (epoch && *epoch) {
        long long seconds = strtoll(epoch, &end, 10);
        if (!*end && seconds >= 0)
            options->created = seconds;
    }
}

bool options_read(struct options *options, int count, char **words, struct arena *arena,
                  int *status) {
    *options = (struct options){.out = "out"};
    options->arguments = arena_make(arena, const char *, (size_t)count + 1);
    read_epoch(options);
    struct reader reader = {options, words, count, 1, status};
    bool plain = false;
    while (reader.at < count)
        if (!read_word(&reader, &plain))
            return false;
    if (options->command == COMMAND_NONE) {
        fputs(usage, stderr);
        fputs("Try `attache --help`.\n", stderr);
        *status = EXIT_USAGE;
        return false;
    }
    return true;
}

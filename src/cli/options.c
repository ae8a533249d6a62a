#include "cli/options.h"
#include "yaml/schema.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Commands as a set. */
enum {
    ONLY_PRINT = 1 << COMMAND_PRINT,
    ONLY_BULLETIN = 1 << COMMAND_BULLETIN,
    ONLY_DIRECTORY = 1 << COMMAND_DIRECTORY,
    ONLY_BUILD = 1 << COMMAND_BUILD,
    ONLY_CHECK = 1 << COMMAND_CHECK,
    ONLY_FIELDS = 1 << COMMAND_FIELDS,
    NAMING = ONLY_PRINT | ONLY_BULLETIN | ONLY_DIRECTORY, /* one document, perhaps */
    MAKING = NAMING | ONLY_BUILD,
    READING = MAKING | ONLY_CHECK
};

struct option {
    char letter;
    const char *word;
    const char *value; /* what it takes, for --help; NULL: nothing */
    unsigned commands; /* that take it */
    const char *about;
};

static const struct option table[] = {
    {'d', "data", "DIR", READING, "the folder of the data; ./data when left out"},
    {'O', "out", "DIR", MAKING, "where the PDFs go; ./out when left out"},
    {'o', "output", "FILE", NAMING, "the file of a single document; - is standard output"},
    {'l', "lang", "LANG", MAKING, "only this language"},
    {'t', "theme", "THEME", READING, "name or file of another theme"},
    {'f', "for", "MEDIUM", READING, "screen, or press: PDF/X-4 with inks, bleed and marks"},
    {'a', "attach-source", NULL, MAKING, "PDF/A-3a with the YAML files attached, for the archive"},
    {'I', "imposition", "KIND", READING, "booklet or perfect-bound: pages two up, for the press"},
    {'n', "job", "NAME", MAKING, "what the slug line calls the work; its id when left out"},
    {'A', "all", NULL, ONLY_PRINT, "all releases, as when none is named"},
    {'F', "force", NULL, MAKING, "make also what did not change since it was last made"},
    {'s', "shard", "K/N", MAKING, "only the Kth of N parts, which no other K makes"},
    {'j', "jobs", "N", READING, "threads; as many as there are cores when left out"},
    {'D', "dump", "WHAT", NAMING, "print doc, pages or lines as text instead of writing PDF"},
    {'S', "show", "WHAT", MAKING, "draw grid, boxes, badness over the pages; several with commas"},
    {'J', "json", "KIND", ONLY_FIELDS, "the JSON Schema of a kind of file"},
    {'T', "timings", NULL, READING, "print how long each stage took"},
    {'q', "quiet", NULL, READING, "no progress and no outcome, only faults"},
    {'V', "version", NULL, ~0U, "print the version"},
    {'h', "help", NULL, ~0U, "print this"},
};
enum { OPTIONS = sizeof table / sizeof *table };

/* The end of the year 9999, the last that a PDF date can say (ISO 32000-1, 7.9.4). */
#define LATEST INT64_C(253402300799)

static const char *const commands[] = {"print", "bulletin", "directory", "build",
                                       "check", "fields",   "preflight"};
enum { COMMANDS = sizeof commands / sizeof *commands };

static const char usage[] =
    "usage: attache COMMAND [OPTION]... [ID or FILE]...\n\n"
    "  print      print versions of releases; all of them when none is named\n"
    "  bulletin   bulletins, in all their languages\n"
    "  directory  directories of missions, in all their languages\n"
    "  build      everything below the data folder\n"
    "  check      try everything, and files that are named; report all faults, write nothing\n"
    "  preflight  whether PDF files keep what they claim: PDF/A and PDF/UA, or PDF/X\n"
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

static bool __attribute__((format(printf, 2, 3)))
usage_fault(int *status, const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    fputs("attache: ", stderr);
    vfprintf(stderr, format, arguments);
    fputs("\nTry `attache --help`.\n", stderr);
    va_end(arguments);
    *status = EXIT_USAGE;
    return false;
}

/* "there is no WHAT `WORD`; did you mean `NEAREST`?" */
static bool unknown(int *status, const char *what, const char *word, const char *nearest) {
    return nearest
               ? usage_fault(status, "there is no %s `%s`; did you mean `%s`?", what, word, nearest)
               : usage_fault(status, "there is no %s `%s`", what, word);
}

/* ---- values ---- */

static const char *const dumps[] = {"doc", "pages", "lines"}; /* enum dump, but for DUMP_NONE */
enum { DUMPS = sizeof dumps / sizeof *dumps };

static bool read_jobs(struct options *options, const char *value) {
    char *end;
    errno = 0;
    long jobs = strtol(value, &end, 10);
    if (errno || *end || end == value || jobs < 1 || jobs > 1024)
        return false;
    options->jobs = (unsigned)jobs;
    return true;
}

/* "2/16": two numbers, of which the first is the smaller or the same. */
static bool read_shard(struct options *options, const char *value) {
    struct shard shard;
    int length = 0;
    if (sscanf(value, "%6u/%6u%n", &shard.number, &shard.count, &length) != 2 || value[length] ||
        strpbrk(value, "+- \t\n") || shard.number < 1 || shard.number > shard.count)
        return false;
    options->shard = shard;
    return true;
}

static bool read_imposition(struct options *options, const char *value) {
    static const char *const kinds[] = {"booklet", "perfect-bound"}; /* from 1 on */
    for (unsigned i = 0; i < 2; i++)
        if (strcmp(value, kinds[i]) == 0)
            options->imposition = i + 1;
    return options->imposition != 0;
}

static bool read_dump(struct options *options, const char *value) {
    for (int i = 0; i < DUMPS; i++)
        if (strcmp(value, dumps[i]) == 0) {
            options->dump = (enum dump)(i + 1);
            return true;
        }
    return false;
}

static const char *const shows[] = {"grid", "boxes", "badness"}; /* bits of enum layout_show */
enum { SHOWS = sizeof shows / sizeof *shows };

static bool read_show(struct options *options, const char *value) {
    struct str rest = str_from(value);
    while (rest.length) {
        size_t comma = str_find(rest, STR(","));
        struct str word = str_part(rest, 0, comma);
        int i = 0;
        while (i < SHOWS && !str_equal(word, str_from(shows[i])))
            i++;
        if (i == SHOWS)
            return false;
        options->show |= 1U << i;
        rest = str_part(rest, comma == SIZE_MAX ? rest.length : comma + 1, rest.length);
    }
    return options->show != 0;
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
    case 'A':
        options->all = true;
        return true;
    case 'F':
        options->force = true;
        return true;
    case 's':
        return read_shard(options, value);
    case 'j':
        return read_jobs(options, value);
    case 'f':
        options->press = strcmp(value, "press") == 0;
        return options->press || strcmp(value, "screen") == 0;
    case 'a':
        options->attach_source = true;
        return true;
    case 'I':
        return read_imposition(options, value);
    case 'n':
        options->job = value;
        return utf8_fault(str_from(value)) == SIZE_MAX;
    case 'D':
        return read_dump(options, value);
    case 'S':
        return read_show(options, value);
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

/* What the value should have been. */
static bool value_fault(int *status, const struct option *option, const char *value) {
    if (option->letter == 'j')
        return usage_fault(status, "--jobs takes a number from 1 to 1024, not `%s`", value);
    if (option->letter == 's')
        return usage_fault(status, "--shard takes K/N, as 1/16 to 16/16, not `%s`", value);
    if (option->letter == 'I')
        return usage_fault(status, "--imposition takes booklet or perfect-bound, not `%s`", value);
    if (option->letter == 'n')
        return usage_fault(status, "--job takes text in UTF-8");
    if (option->letter == 'f')
        return usage_fault(status, "--for takes screen or press, not `%s`", value);
    if (option->letter == 'S')
        return usage_fault(
            status, "--show takes grid, boxes and badness with commas between, not `%s`", value);
    const char *nearest = schema_nearest(str_from(value), dumps, DUMPS);
    if (nearest)
        return usage_fault(status, "--dump takes doc, pages or lines, not `%s`; did you mean `%s`?",
                           value, nearest);
    return usage_fault(status, "--dump takes doc, pages or lines, not `%s`", value);
}

/* ---- words ---- */

struct reader {
    struct options *options;
    bool given[OPTIONS];
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
    *reader->status = fflush(stdout) == 0 ? EXIT_DONE : EXIT_DATA;
    return false;
}

/* The option with its value, which is `attached` or the next word. */
static bool take(struct reader *reader, const struct option *option, const char *attached) {
    if (is_last_word(option->letter))
        return finish(reader, option->letter);
    const char *value = attached;
    if (!option->value && attached)
        return usage_fault(reader->status, "--%s takes no value", option->word);
    if (option->value && !value) {
        if (reader->at == reader->count)
            return usage_fault(reader->status, "--%s takes a value: %s", option->word,
                               option->value);
        value = reader->words[reader->at++];
    }
    reader->given[option - table] = true;
    return apply(reader->options, option->letter, value) ||
           value_fault(reader->status, option, value);
}

static bool unknown_option(struct reader *reader, const char *word, size_t length) {
    const char *words[OPTIONS];
    for (int i = 0; i < OPTIONS; i++)
        words[i] = table[i].word;
    const char *nearest = schema_nearest((struct str){word, length}, words, OPTIONS);
    return nearest
               ? usage_fault(reader->status, "there is no option `--%.*s`; did you mean `--%s`?",
                             (int)length, word, nearest)
               : usage_fault(reader->status, "there is no option `--%.*s`", (int)length, word);
}

static bool read_long(struct reader *reader, const char *word) {
    size_t length = strcspn(word, "=");
    for (int i = 0; i < OPTIONS; i++)
        if (strlen(table[i].word) == length && strncmp(table[i].word, word, length) == 0)
            return take(reader, &table[i], word[length] ? word + length + 1 : NULL);
    return unknown_option(reader, word, length);
}

/* "-qo file", "-ofile". */
static bool read_letters(struct reader *reader, const char *letters) {
    for (; *letters; letters++) {
        int i = 0;
        while (i < OPTIONS && table[i].letter != *letters)
            i++;
        if (i == OPTIONS)
            return usage_fault(reader->status, "there is no option `-%c`", *letters);
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
    return unknown(reader->status, "command", word,
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

static bool read_epoch(struct options *options, int *status) {
    const char *epoch = getenv("SOURCE_DATE_EPOCH");
    options->created = -1;
    if (!epoch || !*epoch)
        return true;
    char *end;
    errno = 0;
    options->created = strtoll(epoch, &end, 10);
    if (errno || *end || options->created < 0 || options->created > LATEST)
        return usage_fault(status, "SOURCE_DATE_EPOCH is a number of seconds, not `%s`", epoch);
    return true;
}

/* Whether the command takes all options that were given. */
static bool options_fit(const struct reader *reader) {
    unsigned command = 1U << reader->options->command;
    for (int i = 0; i < OPTIONS; i++)
        if (reader->given[i] && !(table[i].commands & command))
            return usage_fault(reader->status, "%s takes no option --%s",
                               commands[reader->options->command - 1], table[i].word);
    return true;
}

bool options_read(struct options *options, int count, char **words, struct arena *arena,
                  int *status) {
    *options = (struct options){.out = "out"};
    options->arguments = arena_make(arena, const char *, (size_t)count + 1);
    struct reader reader = {
        .options = options, .words = words, .count = count, .at = 1, .status = status};
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
    if (options->dump != DUMP_NONE && options->output)
        return usage_fault(status, "--dump prints on standard output; leave out --output");
    if (options->attach_source && options->press)
        return usage_fault(status, "--attach-source goes with --for screen: PDF/X has no files");
    if (options->argument_count && (options->all || options->shard.count))
        return usage_fault(status, "--%s makes what is not named; leave out `%s`",
                           options->all ? "all" : "shard", options->arguments[0]);
    if (options->imposition && !options->press)
        return usage_fault(status, "--imposition goes with --for press");
    if (options->job && !options->press)
        return usage_fault(status, "--job goes with --for press");
    return options_fit(&reader) && read_epoch(options, status);
}

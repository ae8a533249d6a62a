/* The command line. */
#ifndef CLI_OPTIONS_H
#define CLI_OPTIONS_H

#include "base/arena.h"
#include "base/shard.h"
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { EXIT_DONE = 0, EXIT_DATA = 1, EXIT_USAGE = 2 };

enum command {
    COMMAND_NONE,
    COMMAND_PRINT,
    COMMAND_BULLETIN,
    COMMAND_DIRECTORY,
    COMMAND_BUILD,
    COMMAND_CHECK,
    COMMAND_FIELDS,
    COMMAND_PREFLIGHT
};
enum dump { DUMP_NONE, DUMP_DOC, DUMP_PAGES, DUMP_LINES };

struct options {
    enum command command;
    const char **arguments; /* ids and files */
    size_t argument_count;
    const char *data;     /* folder; NULL: not given */
    const char *out;      /* folder */
    const char *output;   /* -o; NULL: a name in `out` */
    const char *language; /* NULL: all */
    const char *theme;    /* a name or a file; NULL: that of the publication */
    const char *schema;   /* --json */
    bool press;           /* --for press */
    bool attach_source;   /* --attach-source */
    unsigned imposition;  /* enum imposition */
    const char *job;      /* NULL: the document's id */
    enum dump dump;
    unsigned show; /* enum layout_show */
    unsigned jobs; /* 0: all cores */
    bool all;      /* --all: as when nothing is named */
    bool force;
    struct shard shard;
    bool quiet, timings;
    int64_t created; /* SOURCE_DATE_EPOCH; negative: the day of the data */
};

/* Reads the arguments. When there is nothing more to do (--help, --version, a fault in usage, which
 * it reports) it returns false and sets *status to the exit code. */
bool options_read(struct options *options, int count, char **words, struct arena *arena,
                  int *status);

#endif

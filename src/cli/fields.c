#include "cli/commands.h"

#include <stdio.h>

int command_fields(struct session *session) {
    const char *kind = session->options.schema;
    if (session->options.argument_count > 0) {
        fputs("attache: fields takes no names; a kind of file goes after --json\n"
              "Try `attache --help`.\n",
              stderr);
        return EXIT_USAGE;
    }
    if (!kind) {
        model_reference(stdout);
    } else if (!model_schema(kind, stdout)) {
        const char *nearest = schema_nearest(str_from(kind), model_kinds.words, model_kinds.count);
        fprintf(stderr, "attache: there is no kind of file `%s`%s%s%s\n", kind,
                nearest ? "; did you mean `" : "", nearest ? nearest : "", nearest ? "`?" : "");
        return EXIT_USAGE;
    }
    return fflush(stdout) == 0 ? EXIT_DONE : EXIT_DATA;
}

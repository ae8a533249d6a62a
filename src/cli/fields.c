#include "cli/commands.h"

#include <stdio.h>

int command_fields(struct session *session) {
    const char *kind = session->options.schema;
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

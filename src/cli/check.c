#include "cli/commands.h"

#include "base/file.h"
#include <stdio.h>

/* The data folder and the files that are named. */
int command_check(struct session *session) {
    for (size_t i = 0; i < session->options.argument_count; i++)
        if (!file_exists(session->options.arguments[i])) {
            fprintf(stderr, "attache: there is no file `%s`\n", session->options.arguments[i]);
            return EXIT_USAGE;
        }
    session_open(session);
    return session_close(session);
}

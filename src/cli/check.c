#include "cli/commands.h"

#include "base/file.h"
#include <stdio.h>

/* The data folder and the files that are named: whatever would keep `build` from making them, up to
 * a character that no font has, which only setting the pages tells. */
int command_check(struct session *session) {
    for (size_t i = 0; i < session->options.argument_count; i++)
        if (!file_exists(session->options.arguments[i])) {
            fprintf(stderr, "attache: there is no file `%s`\n", session->options.arguments[i]);
            return EXIT_USAGE;
        }
    if (!session_open(session))
        return session_close(session);
    session->options.argument_count = 0; /* what the files hold is among the data by now */
    struct jobs jobs = {0};
    jobs_all(session, &jobs);
    return produce(session, &jobs);
}

#include "cli/commands.h"

#include <stdio.h>

int command_build(struct session *session) {
    struct jobs jobs = {0};
    if (session->options.argument_count > 0) {
        fputs("attache: build makes everything; name documents with print, bulletin or directory\n"
              "Try `attache --help`.\n",
              stderr);
        return EXIT_USAGE;
    }
    if (!session_open(session))
        return session_close(session);
    jobs_all(session, &jobs);
    return produce(session, &jobs);
}

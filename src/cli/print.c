#include "cli/commands.h"

int command_print(struct session *session) {
    struct jobs jobs = {0};
    if (!session_open(session))
        return session_close(session);
    return jobs_releases(session, &jobs) ? produce(session, &jobs) : EXIT_USAGE;
}

#include "cli/commands.h"

int command_directory(struct session *session) {
    struct jobs jobs = {0};
    if (!session_open(session))
        return session_close(session);
    return jobs_directories(session, &jobs) ? produce(session, &jobs) : EXIT_USAGE;
}

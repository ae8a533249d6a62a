#include "cli/commands.h"

int command_bulletin(struct session *session) {
    struct jobs jobs = {0};
    if (!session_open(session))
        return session_close(session);
    return jobs_bulletins(session, &jobs) ? produce(session, &jobs) : EXIT_USAGE;
}

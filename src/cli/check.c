#include "cli/commands.h"

int command_check(struct session *session) {
    session_open(session);
    return session_close(session);
}

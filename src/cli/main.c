/* attache: press releases, bulletins and directories of missions as PDF. */
#include "cli/commands.h"

#include <stdlib.h>

static int run(struct session *session) {
    switch (session->options.command) {
    case COMMAND_PRINT:
        return command_print(session);
    case COMMAND_BULLETIN:
        return command_bulletin(session);
    case COMMAND_DIRECTORY:
        return command_directory(session);
    case COMMAND_BUILD:
        return command_build(session);
    case COMMAND_CHECK:
        return command_check(session);
    case COMMAND_FIELDS:
        return command_fields(session);
    case COMMAND_PREFLIGHT:
        return command_preflight(session);
    case COMMAND_NONE:
        break;
    }
    return EXIT_USAGE;
}

/* Memory and mapped files go with the process; leaving by exit keeps them in sight of leak checks.
 */
int main(int count, char **words) {
    struct session session = {.arena = arena_new()};
    session.diag = diag_new(session.arena);
    int status;
    if (!options_read(&session.options, count, words, session.arena, &status))
        exit(status);
    exit(run(&session));
}

/* One function a command, each in its own file. They return the exit code. */
#ifndef CLI_COMMANDS_H
#define CLI_COMMANDS_H

#include "cli/session.h"

int command_print(struct session *session);
int command_bulletin(struct session *session);
int command_directory(struct session *session);
int command_build(struct session *session);
int command_check(struct session *session);
int command_fields(struct session *session);
int command_preflight(struct session *session);

#endif

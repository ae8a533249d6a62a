/* Being told to stop while outputs are half made: their temporary files are to go first. */
#ifndef CLI_INTERRUPT_H
#define CLI_INTERRUPT_H

#include <signal.h>
#include <stdbool.h>

struct interrupt {
    sigset_t held, before;
};

struct interrupt interrupt_none(void); /* holds no signal */
/* From here on SIGINT, SIGTERM and SIGHUP wait, in this thread and those it starts; one that the
 * process ignores stays ignored. */
void interrupt_hold(struct interrupt *interrupt);
/* Whether one is waiting; from any thread. */
bool interrupt_waits(const struct interrupt *interrupt);
/* Lets a waiting signal end the process. */
void interrupt_release(const struct interrupt *interrupt);

#endif

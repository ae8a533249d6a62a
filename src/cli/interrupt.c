/* Signals are held and asked for rather than handled, which needs no variable that a handler could
 * see. */
#include "cli/interrupt.h"

static const int signals[] = {SIGINT, SIGTERM, SIGHUP};
enum { SIGNALS = sizeof signals / sizeof *signals };

struct interrupt interrupt_none(void) {
    struct interrupt interrupt;
    sigemptyset(&interrupt.held);
    sigemptyset(&interrupt.before);
    return interrupt;
}

void interrupt_hold(struct interrupt *interrupt) {
    *interrupt = interrupt_none();
    for (int i = 0; i < SIGNALS; i++) {
        struct sigaction action;
        /* While it is held, even an ignored signal would wait. */
        if (sigaction(signals[i], NULL, &action) == 0 && action.sa_handler != SIG_IGN)
            sigaddset(&interrupt->held, signals[i]);
    }
    pthread_sigmask(SIG_BLOCK, &interrupt->held, &interrupt->before);
}

bool interrupt_waits(const struct interrupt *interrupt) {
    sigset_t pending;
    if (sigpending(&pending) != 0)
        return false;
    for (int i = 0; i < SIGNALS; i++)
        if (sigismember(&interrupt->held, signals[i]) == 1 &&
            sigismember(&pending, signals[i]) == 1)
            return true;
    return false;
}

void interrupt_release(const struct interrupt *interrupt) {
    pthread_sigmask(SIG_SETMASK, &interrupt->before, NULL);
}

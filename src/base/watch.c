#include "base/watch.h"

void watch_start(struct watch *watch, double (*now)(void), enum stage stage) {
    watch->now = now;
    watch->stage = stage;
    watch->since = now();
}

enum stage watch_enter(struct watch *watch, enum stage stage) {
    if (!watch)
        return stage;
    double now = watch->now();
    enum stage before = watch->stage;
    watch->seconds[before] += now - watch->since;
    watch->since = now;
    watch->stage = stage;
    return before;
}

void watch_add(struct watch *watch, const struct watch *other) {
    for (int stage = 0; stage < STAGES; stage++)
        watch->seconds[stage] += other->seconds[stage];
}

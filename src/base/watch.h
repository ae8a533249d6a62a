/* Where the time of a thread goes. The clock is the caller's, for no stage sees one; without a watch
 * nothing is measured. */
#ifndef BASE_WATCH_H
#define BASE_WATCH_H

enum stage {
    STAGE_COMPOSE,
    STAGE_SHAPE,
    STAGE_BREAK,
    STAGE_PAGINATE,
    STAGE_WRITE,
    STAGE_COMPRESS,
    STAGES
};

struct watch {
    double (*now)(void); /* seconds */
    double since;        /* when the stage was entered */
    enum stage stage;
    double seconds[STAGES];
};

/* Begins to measure, on the thread whose time it is. */
void watch_start(struct watch *watch, double (*now)(void), enum stage stage);
/* From now on time goes to `stage`. Returns the stage before, to be entered again. `watch` may be
 * NULL. */
enum stage watch_enter(struct watch *watch, enum stage stage);
/* Adds what another thread measured. */
void watch_add(struct watch *watch, const struct watch *other);

#endif

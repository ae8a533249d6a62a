/* What all commands share: the data, the fonts, the places of files. */
#ifndef CLI_SESSION_H
#define CLI_SESSION_H

#include "base/array.h"
#include "cli/options.h"
#include "font/fonts.h"
#include "model/model.h"

/* The themes of the publications, when --theme names none. */
#define RELEASE_THEME "classic" /* and of bulletins */
#define DIRECTORY_THEME "directory"

struct session {
    struct options options;
    struct arena *arena;
    struct diag *diag;
    struct model *model;
    struct fonts *fonts;
    const struct theme *theme; /* of --theme; NULL: that of the publication */
    const char *profile;       /* sRGB */
    const char *press_profile; /* of the inks; NULL unless --for press */
    bool misused;              /* a fault of usage that only the data show; reported */
    double read, check;        /* seconds of processors */
};

/* Reads and checks the data and finds the fonts. False when there are faults: they are in diag. */
bool session_open(struct session *session);
/* Prints what diag holds and returns the exit code. */
int session_close(struct session *session);

/* One document to be made. */
struct job {
    const struct release *release; /* one of the three */
    const struct bulletin *bulletin;
    const struct directory *directory;
    struct str language;
    const char *path; /* "-": standard output */
};
struct jobs {
    ARRAY(struct job) list;
};

/* The documents a command names by ids and files, or all. False after a fault of usage, reported.
 */
bool jobs_releases(struct session *session, struct jobs *jobs);
bool jobs_bulletins(struct session *session, struct jobs *jobs);
bool jobs_directories(struct session *session, struct jobs *jobs);
/* All documents of the data, the longest first, so that no thread is left with one at the end. */
void jobs_all(struct session *session, struct jobs *jobs);

/* Makes them, on all threads that --jobs allows; where the command is `check`, only as far as it
 * takes to know that they can be made. Returns the exit code. */
int produce(struct session *session, const struct jobs *jobs);

/* Seconds of a monotonic clock. */
double clock_seconds(void);
/* Seconds of processors that the process, or the calling thread, has had. */
double cpu_seconds(void);
double thread_seconds(void);

#endif

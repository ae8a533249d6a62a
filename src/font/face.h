/* One slot a face of a font file: found when the fonts are made, opened when first asked for. */
#ifndef FONT_FACE_H
#define FONT_FACE_H

#include "base/file.h"
#include "font/fonts.h"
#include <pthread.h>
#include <stdatomic.h>

enum slot_state { SLOT_CLOSED, SLOT_OPEN, SLOT_DAMAGED };

struct slot {
    struct face face; /* index and collection_index at once, the rest when open */
    struct str file;  /* as the manifest names it */
    struct span span; /* where the manifest names it */
    struct str family_name;
    atomic_int state;
    pthread_mutex_t lock;
    struct mapping mapping;
};

/* Maps the file and reads names and metrics; false with a fault when it is no font. The caller
 * holds the lock. The names are allocated from `arena`. */
bool slot_open(struct slot *slot, struct arena *arena, struct diag *diag);
void slot_close(struct slot *slot);

#endif

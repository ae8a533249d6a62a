#include "cli/stale.h"
#include "base/file.h"
#include "cli/record.h"
#include "model/index.h"

#include <stdio.h>
#include <unistd.h>

/* Every name that a document of the data can have, whatever this run was asked for. */
static void add_names(const struct session *session, bool press, struct jobs *jobs) {
    struct session all = *session;
    all.options.language = NULL;
    all.options.press = press;
    jobs_all(&all, jobs);
}

static void fill_names(struct id_table *table, const struct session *session) {
    struct jobs jobs = {0};
    add_names(session, false, &jobs);
    add_names(session, true, &jobs);
    size_t count = jobs.list.count;
    struct str *names = arena_make(session->arena, struct str, count + 1);
    for (size_t i = 0; i < count; i++)
        names[i] = path_name(str_from(jobs.list.at[i].path));
    id_table_fill(table, session->arena, names, count, sizeof *names);
}

/* The record goes in any case: of a file that somebody else changed nothing is known. */
static bool remove_one(struct session *session, const char *path) {
    bool ours = record_describes(path);
    if (!ours && file_exists(path))
        diag_warn(session->diag, (struct span){.file = path},
                  "remove it, or keep it under another name",
                  "no data asks for this file any more; it stays, for it was changed since attache "
                  "made it");
    if (ours && unlink(path) != 0) {
        diag_warn(session->diag, (struct span){.file = path}, "remove it",
                  "no data asks for this file any more, but it cannot be removed");
        return false;
    }
    record_remove(path);
    return ours;
}

size_t stale_remove(struct session *session, struct digest origin) {
    const char *out = session->options.out;
    size_t count, removed = 0;
    struct str *names = record_list(session->arena, out, &count);
    if (count == 0 || session->options.shard.count)
        return 0;
    struct id_table table;
    fill_names(&table, session);
    for (size_t i = 0; i < count; i++) {
        const char *path = path_join(session->arena, str_from(out), names[i]).at;
        if (!id_table_find(&table, names[i]) && record_is_of(path, origin))
            removed += remove_one(session, path);
    }
    return removed;
}

#include "cli/share.h"
#include "base/file.h"

#include <unistd.h>

/* The folder of the running program (Linux); empty where that cannot be told. */
static struct str program_folder(struct arena *arena) {
    char path[4096];
    ssize_t length = readlink("/proc/self/exe", path, sizeof path);
    if (length <= 0 || length == (ssize_t)sizeof path)
        return (struct str){0};
    return str_copy(arena, path_folder((struct str){path, (size_t)length}));
}

const char *share_find(const char *name, struct arena *arena) {
    struct str program = program_folder(arena);
    const struct str folders[] = {
        program.length ? str_join(arena, program, STR("/../share/attache")) : program,
        program.length ? str_join(arena, program, STR("/../..")) : program, /* build/release */
        STR(ATTACHE_SHARE),
    };
    for (size_t i = 0; i < sizeof folders / sizeof *folders; i++) {
        if (!folders[i].length)
            continue;
        struct str path = path_join(arena, folders[i], str_from(name));
        if (file_exists(path.at) || folder_exists(path.at))
            return path.at;
    }
    return NULL;
}

/* Runs a fuzz target over files, for compilers without libFuzzer: replay FOLDER|FILE... */
#include "base/file.h"
#include <stdio.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);

static void file_replay(const char *path, struct diag *diag) {
    struct mapping mapping;
    if (!mapping_open(&mapping, path, (struct span){0}, diag))
        return;
    /* A copy of the exact size, so that the address sanitizer sees a byte read too far. */
    uint8_t *copy = malloc(mapping.bytes.length ? mapping.bytes.length : 1);
    if (!copy)
        memory_exhausted();
    for (size_t i = 0; i < mapping.bytes.length; i++)
        copy[i] = (uint8_t)mapping.bytes.at[i];
    fprintf(stderr, "%s\n", path); /* so that a crash names its file */
    LLVMFuzzerTestOneInput(copy, mapping.bytes.length);
    free(copy);
    mapping_close(&mapping);
}

int main(int count, char **arguments) {
    struct arena *arena = arena_new();
    struct diag *diag = diag_new(arena);
    size_t files = 0;
    for (int i = 1; i < count; i++) {
        size_t found = 1;
        struct str one = str_from(arguments[i]);
        struct str *paths =
            folder_exists(arguments[i]) ? folder_list(arena, arguments[i], "", &found) : &one;
        for (size_t j = 0; j < found; j++)
            file_replay(paths[j].at, diag);
        files += found;
    }
    diag_print(diag, stderr);
    bool good = files > 0 && diag_faults(diag) == 0;
    printf("%zu files replayed\n", files);
    arena_free(arena);
    return good ? EXIT_SUCCESS : EXIT_FAILURE;
}

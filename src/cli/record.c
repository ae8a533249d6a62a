#include "cli/record.h"
#include "base/file.h"

#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#define FOLDER ".attache"

/* "<inputs> <output>\n" in hexadecimal figures. */
enum { RECORD_LENGTH = 2 * DIGEST_HEX + 2 };
struct record_text {
    char at[RECORD_LENGTH];
};

static struct record_text text_of(struct digest inputs, struct digest output) {
    struct record_text text;
    digest_write(inputs, text.at);
    text.at[DIGEST_HEX] = ' ';
    digest_write(output, text.at + DIGEST_HEX + 1);
    text.at[RECORD_LENGTH - 1] = '\n';
    return text;
}

/* "out/x.pdf" is described by "out/.attache/x.pdf.digest". */
static int open_record(const char *path, int flags) {
    struct arena *arena = arena_new();
    struct str name = path_name(str_from(path));
    struct str record = str_print(arena, FOLDER "/%.*s.digest", STR_ARGS(name));
    int file =
        open(path_join(arena, path_folder(str_from(path)), record).at, flags | O_CLOEXEC, 0666);
    arena_free(arena);
    return file;
}

static bool read_record(const char *path, struct record_text *text) {
    int file = open_record(path, O_RDONLY);
    if (file < 0)
        return false;
    char more;
    bool whole = read(file, text->at, RECORD_LENGTH) == RECORD_LENGTH && read(file, &more, 1) == 0;
    close(file);
    return whole;
}

bool record_holds(const char *path, struct digest inputs) {
    struct record_text known;
    if (!read_record(path, &known))
        return false;
    struct record_text expected = text_of(inputs, (struct digest){{0}});
    struct digest output;
    if (memcmp(known.at, expected.at, DIGEST_HEX) != 0 || !file_digest(path, &output))
        return false;
    expected = text_of(inputs, output);
    return memcmp(known.at, expected.at, RECORD_LENGTH) == 0;
}

void record_write(const char *path, struct digest inputs, struct digest output) {
    int file = open_record(path, O_WRONLY | O_CREAT | O_TRUNC);
    if (file < 0)
        return;
    struct record_text text = text_of(inputs, output);
    bool written = write(file, text.at, RECORD_LENGTH) == RECORD_LENGTH;
    (void)written; /* a record that is not whole holds for nothing */
    close(file);
}

void record_folder(const char *folder) {
    struct arena *arena = arena_new();
    folder_make(path_join(arena, str_from(folder), STR(FOLDER)).at);
    arena_free(arena);
}

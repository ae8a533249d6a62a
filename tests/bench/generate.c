/* Writes projects of any size for measuring: missions with a directory, or releases with a
 * bulletin. All of it is invented; the same seed gives the same bytes on every machine. */
#include "generate_missions.h"
#include "generate_releases.h"

static const char usage[] = "usage: generate missions COUNT SEED DIR [LANG]\n"
                            "       generate releases COUNT SEED DIR [LANG]\n"
                            "Writes a project to DIR/data: labels, themes and profiles copied from "
                            "the data folder named in\n"
                            "ATTACHE_DATA; COUNT missions and a directory of them, or COUNT "
                            "releases and a bulletin of them,\n"
                            "in LANG: en (as when left out), ru or be.\n";

enum { WRONG_USAGE = 2, MOST = 1000000 };

static void copy_all(struct generator *generator, const char *from, const char *to,
                     const char *suffix) {
    size_t count;
    struct str folder = path_join(generator->arena, str_from(generator->source), str_from(from));
    struct str *files = folder_list(generator->arena, folder.at, suffix, &count);
    for (size_t i = 0; i < count; i++)
        file_copy(generator, files[i],
                  path_of(generator, "%s/%.*s", to, STR_ARGS(path_name(files[i]))));
}

static void look_copy(struct generator *generator) {
    folder_need(generator, ".");
    folder_need(generator, "profiles");
    copy_all(generator, ".", ".", ".yaml");
    copy_all(generator, "profiles", "profiles", "");
}

static unsigned long long number(const char *word) {
    char *end;
    errno = 0;
    unsigned long long value = strtoull(word, &end, 10);
    if (errno || *end || end == word || *word == '-') {
        fprintf(stderr, "generate: %s is not a number\n", word);
        exit(WRONG_USAGE);
    }
    return value;
}

int main(int count, char **words) {
    bool missions = count > 1 && strcmp(words[1], "missions") == 0;
    bool releases = count > 1 && strcmp(words[1], "releases") == 0;
    const char *language = count == 6 ? words[5] : "en";
    const char *source = getenv("ATTACHE_DATA");
    bool spoken =
        strcmp(language, "en") == 0 || strcmp(language, "ru") == 0 || strcmp(language, "be") == 0;
    if (count < 5 || count > 6 || (!missions && !releases) || !spoken || number(words[2]) < 1 ||
        number(words[2]) > MOST) {
        fputs(usage, stderr);
        return WRONG_USAGE;
    }
    struct arena *arena = arena_new();
    struct generator generator = {.arena = arena,
                                  .random = {number(words[3])},
                                  .source = source ? source : "data",
                                  .folder = path_join(arena, str_from(words[4]), STR("data")).at,
                                  .language = language};
    look_copy(&generator);
    if (missions)
        missions_generate(&generator, (size_t)number(words[2]));
    else
        releases_generate(&generator, (size_t)number(words[2]));
    arena_free(arena);
    return 0;
}

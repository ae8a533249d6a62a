#include "pdf/profile.h"

enum { HEADER = 128, VERSION = 8, CLASS = 12, SPACE = 16, SIGNATURE = 36, LATEST = 4 };

static bool has(struct str profile, size_t at, const char *word) {
    return str_equal(str_part(profile, at, 4), str_from(word));
}

static bool is_profile(struct str profile) {
    return profile.length >= HEADER && has(profile, SIGNATURE, "acsp");
}

static unsigned version(struct str profile) {
    return (unsigned char)profile.at[VERSION];
}

const char *profile_press_fault(struct str profile) {
    if (!is_profile(profile))
        return "it is no ICC profile";
    if (!has(profile, SPACE, "CMYK"))
        return "its colours are no four inks";
    if (!has(profile, CLASS, "prtr"))
        return "it is not that of an output device";
    return version(profile) <= LATEST ? NULL : "its version is later than 4";
}

bool profile_is_rgb(struct str profile) {
    return is_profile(profile) && has(profile, SPACE, "RGB ");
}

bool profile_fits(struct str profile, unsigned channels) {
    static const char *const spaces[] = {[1] = "GRAY", [3] = "RGB ", [4] = "CMYK"};
    static const char *const classes[] = {"scnr", "mntr", "prtr", "spac"};
    if (!is_profile(profile) || version(profile) > LATEST || !has(profile, SPACE, spaces[channels]))
        return false;
    for (size_t i = 0; i < sizeof classes / sizeof *classes; i++)
        if (has(profile, CLASS, classes[i]))
            return true;
    return false;
}

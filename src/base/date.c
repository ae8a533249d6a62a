#include "base/date.h"

static bool leap(int year) {
    return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

static int days_in(int year, int month) {
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return month == 2 && leap(year) ? 29 : days[month - 1];
}

/* `count` digits at `from`; -1 when they are not all digits. */
static int digits(struct str s, size_t from, size_t count) {
    int value = 0;
    for (size_t i = from; i < from + count; i++) {
        if (s.at[i] < '0' || s.at[i] > '9')
            return -1;
        value = value * 10 + (s.at[i] - '0');
    }
    return value;
}

bool date_parse(struct str s, struct date *out) {
    if (s.length != 4 && s.length != 7 && s.length != 10)
        return false;
    int year = digits(s, 0, 4), month = 0, day = 0;
    if (year < 1)
        return false;
    if (s.length >= 7) {
        month = digits(s, 5, 2);
        if (s.at[4] != '-' || month < 1 || month > 12)
            return false;
    }
    if (s.length == 10) {
        day = digits(s, 8, 2);
        if (s.at[7] != '-' || day < 1 || day > days_in(year, month))
            return false;
    }
    *out = (struct date){(int16_t)year, (int8_t)month, (int8_t)day};
    return true;
}

int date_compare(struct date a, struct date b) {
    int left = a.year * 512 + a.month * 32 + a.day, right = b.year * 512 + b.month * 32 + b.day;
    return (left > right) - (left < right);
}

/** The search, and beside it what the list is filtered, grouped and sorted by. */
import { FilterMenu } from './filter-menu.tsx';
import { SearchField } from './search-field.tsx';
import type { SearchFieldProps } from './search-field.tsx';
import { ViewMenu } from './view-menu.tsx';

export function SearchBar(props: SearchFieldProps) {
  return (
    <div className="search-bar">
      <SearchField {...props} />
      <FilterMenu />
      <ViewMenu />
    </div>
  );
}
